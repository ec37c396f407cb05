import { defineSchema, field } from "../../src/index.ts"
import { sqlMapping } from "../../src/sql.ts"
import type { Provocation } from "./provocation.ts"

const people = defineSchema({
  id: field.integer({ nullable: false }),
  name: field.string(),
  emails: field.many({ address: field.string() }),
})
const table = "people"
const named = sqlMapping(people, { table })
const emails = { table: "emails", on: { id: "person_id" } }
const related = sqlMapping(people, { table, relations: { emails } })
const states = defineSchema({ state: field.enum(["active", "inactive"]) })
const inTable = sqlMapping(states, { table })

const engine = "ENGINE = MergeTree ORDER BY id"
const createPeople = `CREATE TABLE people (id Int64, name Nullable(String)) ${engine}`

export const clickhouseProvocations: readonly Provocation[] = [
  {
    code: "column-type",
    statements: [`CREATE TABLE people (id Int64, name Array(String)) ${engine}`],
    mapping: named,
    finding: {
      field: "name",
      column: "people.name",
      message: "A column of type Array(String) cannot answer conditions on a field of type string exactly",
      hint: "change the column's type to String, or declare another type of field",
    },
  },
  {
    code: "unknown-collation",
    statements: [createPeople],
    mapping: sqlMapping(people, { table, columns: { name: { collation: "utf8_bin" } } }),
    finding: {
      field: "name",
      column: "people.name",
      message: 'ClickHouse has no collations of columns, and the mapping names "utf8_bin"',
      hint: "leave collation out of the mapping",
    },
  },
  {
    code: "missing-table",
    statements: [],
    mapping: sqlMapping(people, { table: ["elsewhere", "people"] }),
    finding: {
      field: undefined,
      column: undefined,
      message: 'The database has no table or view "elsewhere.people", or its user may not see it',
      hint: "if it is an alias, pass the name of the table in the option table",
    },
  },
  {
    code: "missing-column",
    statements: [`CREATE TABLE people (id Int64, names String) ${engine}`],
    mapping: named,
    finding: {
      field: "name",
      column: "people.name",
      message: 'Table "people" has no column "name", or the user may not see it',
      hint: 'did you mean "names"?',
    },
  },
  {
    code: "missing-column",
    statements: [`CREATE TABLE people (id Int64, name String EPHEMERAL) ${engine}`],
    mapping: named,
    finding: {
      field: "name",
      column: "people.name",
      message: 'Table "people" has no column "name", or the user may not see it',
    },
  },
  {
    code: "missing-column",
    statements: [createPeople, "CREATE TEMPORARY TABLE people (id Int64, names String)"],
    mapping: named,
    finding: {
      field: "name",
      column: "people.name",
      message: 'Table "people" has no column "name", or the user may not see it',
      hint: 'did you mean "names"?',
    },
  },
  {
    code: "relation-keys",
    statements: [createPeople, `CREATE TABLE emails (id Int64, address String, person_id String) ${engine}`],
    mapping: related,
    finding: {
      field: undefined,
      column: "emails.person_id",
      message:
        'The key of relation "emails" compares people.id of type Int64 with emails.person_id of type String',
      hint: "give both columns the same type and collation",
    },
  },
  {
    code: "type-differs",
    statements: [createPeople],
    mapping: sqlMapping(people, { table, columns: { name: { type: "FixedString(5)" } } }),
    finding: {
      field: "name",
      column: "people.name",
      message:
        'The mapping declares the type "FixedString(5)", but the column has the type "Nullable(String)"',
      hint: 'write type: "Nullable(String)", or leave type out: the returned mapping has the column\'s type',
    },
  },
  {
    code: "nullable-column",
    statements: [`CREATE TABLE people (id Nullable(Int64), name String) ENGINE = Memory`],
    mapping: named,
    finding: {
      field: "id",
      column: "people.id",
      message:
        "The column may be null, but the field is declared with nullable: false: no filter can ask for null",
      hint: "declare the column NOT NULL, or remove nullable: false from the field",
    },
  },
  {
    code: "session-mode",
    statements: [createPeople, "SET transform_null_in = 1"],
    mapping: named,
    finding: {
      field: undefined,
      column: undefined,
      message: "The setting transform_null_in is on, and $nin then finds null",
      hint: "SET transform_null_in = 0",
    },
  },
  {
    code: "session-mode",
    statements: [
      "CREATE TABLE people (state Enum8('active' = 1, 'inactive' = 2)) ENGINE = Memory",
      "SET input_format_tsv_enum_as_number = 1",
    ],
    mapping: inTable,
    finding: {
      field: "state",
      column: "people.state",
      message: "The setting input_format_tsv_enum_as_number is on, and labels of an enum then fail",
      hint: "SET input_format_tsv_enum_as_number = 0",
    },
  },
  {
    code: "no-index",
    statements: [createPeople],
    mapping: named,
    finding: {
      field: "name",
      column: "people.name",
      message: "No index serves $eq, $in",
      hint: "ALTER TABLE `people` ADD INDEX `name_bloom_filter` `name` TYPE bloom_filter, MATERIALIZE INDEX `name_bloom_filter`",
    },
  },
  {
    code: "no-index",
    statements: [
      `CREATE TABLE people (id Int64, name String, INDEX i (id, name) TYPE bloom_filter) ${engine}`,
    ],
    mapping: named,
    finding: {
      field: "name",
      column: "people.name",
      message: "No index serves $lt, $lte, $gt, $gte",
      hint: "ALTER TABLE `people` ADD INDEX `name_minmax` `name` TYPE minmax, MATERIALIZE INDEX `name_minmax`",
    },
  },
  {
    code: "no-index",
    statements: [
      `CREATE TABLE people (id Int64, name String ALIAS concat(toString(id), 'x')) ${engine}`,
      "ALTER TABLE people ADD INDEX i name TYPE bloom_filter",
    ],
    mapping: named,
    finding: { field: "name", column: "people.name", message: "No index serves $lt, $lte, $gt, $gte" },
  },
]
