import { expect } from "vitest"
import { defineSchema, field } from "../../src/index.ts"
import { sqlMapping } from "../../src/sql.ts"
import type { Provocation } from "./provocation.ts"

const tickets = defineSchema({ id: field.integer({ nullable: false }), subject: field.string() })
const table = "tickets"
const mapping = sqlMapping(tickets, { table })
const createTickets = "CREATE TABLE tickets (id BIGINT PRIMARY KEY, subject VARCHAR(100) COLLATE utf8mb4_bin)"

const people = defineSchema({
  height: field.number(),
  state: field.enum(["new", "old"]),
  seen: field.datetime(),
})
const peopleMapping = sqlMapping(people, { table: "people" })
const createPeople = (height: string, state: string) =>
  `CREATE TABLE people (height ${height}, state ${state}, seen DATETIME(6))`

const owners = defineSchema({ id: field.integer(), tickets: field.many({ subject: field.string() }) })
const ownersMapping = sqlMapping(owners, {
  table: "owners",
  relations: { tickets: { table: "tickets", on: { id: "owner" } } },
})
const createOwners = "CREATE TABLE owners (id BIGINT PRIMARY KEY)"

const subject = { field: "subject", column: "tickets.subject" }

/** The provocations of MariaDB, with the dialects `mariadb` and `mysql`. */
export const mariadbProvocations: readonly Provocation[] = [
  {
    code: "client-encoding",
    statements: [createTickets, "SET NAMES latin1"],
    mapping,
    finding: {
      field: undefined,
      column: undefined,
      message:
        'The session\'s character set is "latin1", and a text with a character that it lacks arrives as another text',
      hint: "connect with the character set utf8mb4",
    },
  },
  {
    code: "client-encoding",
    statements: [createTickets, "SET NAMES utf8mb3"],
    mapping,
    finding: {
      field: undefined,
      column: undefined,
      message:
        'The session\'s character set is "utf8mb3", and a text with a character that it lacks arrives as another text',
    },
  },
  {
    code: "session-mode",
    statements: [createTickets, "SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'"],
    mapping,
    finding: {
      field: undefined,
      column: undefined,
      message:
        "Under the mode NO_BACKSLASH_ESCAPES, a driver that writes values into the statement may end a text too early",
    },
  },
  {
    code: "session-mode",
    statements: [
      "CREATE TABLE tickets (id BIGINT PRIMARY KEY, subject CHAR(9))",
      "SET SESSION sql_mode = 'PAD_CHAR_TO_FULL_LENGTH'",
    ],
    mapping,
    finding: {
      ...subject,
      message: "Under the mode PAD_CHAR_TO_FULL_LENGTH, the texts of a column of type char end in spaces",
      hint: "leave the mode out of sql_mode, or change the column's type to varchar",
    },
  },
  {
    code: "column-type",
    statements: [createPeople("FLOAT", "VARCHAR(9)")],
    mapping: peopleMapping,
    finding: {
      field: "height",
      column: "people.height",
      message: "A column of type float cannot answer conditions on a field of type number exactly",
      hint: "change the column's type to double, or declare another type of field",
    },
  },
  {
    code: "unknown-collation",
    statements: [createTickets],
    mapping: sqlMapping(tickets, {
      table,
      columns: { subject: { expression: "TRIM(subject)", type: "varchar(100)", collation: "klingon_ci" } },
    }),
    finding: {
      field: "subject",
      column: "TRIM(subject)",
      message: 'How the collation "klingon_ci" compares is not known',
    },
  },
  {
    code: "datetime-storage",
    statements: [createPeople("DOUBLE", "VARCHAR(9)")],
    mapping: sqlMapping(people, {
      table: "people",
      columns: { seen: { column: "seen", datetimeStorage: "epoch-millis" } },
    }),
    finding: {
      field: "seen",
      column: "people.seen",
      // The dialect's name is before it.
      message: expect.stringContaining(
        ' stores date-times as DATETIME, and the mapping has the datetimeStorage "epoch-millis"',
      ),
    },
  },
  {
    code: "missing-table",
    statements: [],
    mapping,
    finding: {
      field: undefined,
      column: undefined,
      message: 'The database has no table or view "tickets", or its user may not see it',
    },
  },
  {
    code: "missing-column",
    statements: ["CREATE TABLE tickets (id BIGINT PRIMARY KEY, subjects TEXT)"],
    mapping,
    finding: {
      ...subject,
      message: 'Table "tickets" has no column "subject", or the user may not see it',
      hint: 'did you mean "subjects"?',
    },
  },
  {
    code: "relation-keys",
    statements: [createOwners, "CREATE TABLE tickets (subject TEXT, owner VARCHAR(20) COLLATE utf8mb4_bin)"],
    mapping: ownersMapping,
    finding: {
      field: undefined,
      column: "tickets.owner",
      message:
        'The key of relation "tickets" compares owners.id of type bigint(20) with tickets.owner of type varchar(20) and collation "utf8mb4_bin"',
    },
  },
  {
    code: "relation-keys",
    statements: [
      "CREATE TABLE owners (id VARCHAR(20) COLLATE utf8mb4_unicode_ci)",
      "CREATE TABLE tickets (subject TEXT, owner VARCHAR(20) COLLATE utf8mb4_general_ci)",
    ],
    mapping: ownersMapping,
    finding: {
      field: undefined,
      column: "tickets.owner",
      message:
        'The key of relation "tickets" compares owners.id of type varchar(20) and collation "utf8mb4_unicode_ci" with tickets.owner of type varchar(20) and collation "utf8mb4_general_ci"',
    },
  },
  {
    code: "relation-index",
    statements: [createOwners, "CREATE TABLE tickets (subject TEXT, owner INT)"],
    mapping: ownersMapping,
    finding: {
      field: undefined,
      column: "tickets.owner",
      message: 'No index serves the key of relation "tickets"',
      hint: "CREATE INDEX `tickets_owner` ON `tickets` (`owner`)",
    },
  },
  {
    code: "type-differs",
    statements: [createTickets],
    mapping: sqlMapping(tickets, { table, columns: { subject: { type: "enum('a')" } } }),
    finding: {
      ...subject,
      message: `The mapping declares the type "enum('a')", but the column has the type "varchar(100)"`,
    },
  },
  {
    code: "collation-differs",
    statements: [createTickets],
    mapping: sqlMapping(tickets, { table, columns: { subject: { collation: "latin1_swedish_ci" } } }),
    finding: {
      ...subject,
      message: 'The mapping declares the collation "latin1_swedish_ci", but the column has "utf8mb4_bin"',
    },
  },
  {
    code: "enum-value-missing",
    statements: [createPeople("DOUBLE", "ENUM('old','it''s')")],
    mapping: peopleMapping,
    finding: {
      field: "state",
      column: "people.state",
      message: 'The schema lists "new", which the database\'s enum does not have',
    },
  },
  {
    code: "enum-value-unlisted",
    statements: [createPeople("DOUBLE", "ENUM('old','it''s')")],
    mapping: peopleMapping,
    finding: {
      field: "state",
      column: "people.state",
      message: "The database's enum has \"it's\", which the schema does not list",
    },
  },
  {
    code: "nullable-column",
    statements: ["CREATE TABLE tickets (id BIGINT, subject TEXT)"],
    mapping,
    finding: {
      field: "id",
      column: "tickets.id",
      message:
        "The column may be null, but the field is declared with nullable: false: no filter can ask for null",
    },
  },
  {
    code: "no-index",
    statements: [createTickets],
    mapping,
    finding: {
      ...subject,
      message: "No index serves $eq, $in",
      hint: "CREATE INDEX `tickets_subject` ON `tickets` (`subject`)",
    },
  },
]
