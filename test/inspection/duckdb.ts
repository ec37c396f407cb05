import { defineSchema, field } from "../../src/index.ts"
import { sqlMapping } from "../../src/sql.ts"
import type { Provocation } from "./provocation.ts"

const tickets = defineSchema({
  id: field.integer({ nullable: false }),
  state: field.enum(["open", "closed"]),
  price: field.number(),
  users: field.many({ name: field.string() }),
})
const table = "tickets"
const named = sqlMapping(tickets, { table })
const users = { table: "users", on: { id: "ticket_id" } }
const related = sqlMapping(tickets, { table, relations: { users } })
const keyed = sqlMapping(defineSchema({ users: field.many({ name: field.string() }) }), {
  table,
  relations: { users },
})
const create = (state = "VARCHAR", price = "DECIMAL(10,2)") =>
  `CREATE TABLE tickets (id BIGINT PRIMARY KEY, state ${state}, price ${price})`

export const duckdbProvocations: readonly Provocation[] = [
  {
    code: "missing-table",
    statements: ["CREATE SCHEMA other", "CREATE TABLE other.tickets (id BIGINT)"],
    mapping: named,
    finding: {
      field: undefined,
      column: undefined,
      message: 'The database has no table or view "tickets", or its user may not see it',
      hint: "if it is an alias, pass the name of the table in the option table",
    },
  },
  {
    code: "missing-column",
    statements: ["CREATE TABLE tickets (id BIGINT, states VARCHAR, price DOUBLE)"],
    mapping: named,
    finding: {
      field: "state",
      column: "tickets.state",
      message: 'Table "tickets" has no column "state", or the user may not see it',
      hint: 'did you mean "states"?',
    },
  },
  {
    code: "column-type",
    statements: [create("VARCHAR", "FLOAT")],
    mapping: named,
    finding: {
      field: "price",
      column: "tickets.price",
      message: "A column of type FLOAT cannot answer conditions on a field of type number exactly",
      hint: "change the column's type to DOUBLE, or declare another type of field",
    },
  },
  {
    code: "datetime-storage",
    statements: ["CREATE TABLE events (happened TIMESTAMP)"],
    mapping: sqlMapping(defineSchema({ happened: field.datetime() }), {
      table: "events",
      datetimeStorage: "sqlite",
    }),
    finding: {
      field: "happened",
      column: "events.happened",
      message: 'DuckDB stores date-times as TIMESTAMPTZ, and the mapping has the datetimeStorage "sqlite"',
      hint: "leave datetimeStorage out of the mapping",
    },
  },
  {
    code: "relation-keys",
    statements: [create(), "CREATE TABLE users (name VARCHAR, ticket_id VARCHAR)"],
    mapping: related,
    finding: {
      field: undefined,
      column: "users.ticket_id",
      message:
        'The key of relation "users" compares tickets.id of type BIGINT with users.ticket_id of type VARCHAR',
      hint: "give both columns the same type and collation",
    },
  },
  ...[
    ["UHUGEINT", "UHUGEINT", "BIGINT"],
    ["DECIMAL(38,30)", "DECIMAL(38,30)", "BIGINT"],
    ["VARCHAR COLLATE NOCASE", 'VARCHAR and collation "NOCASE"', "VARCHAR"],
    ["VARCHAR COLLATE NOCASE", 'VARCHAR and collation "NOCASE"', "VARCHAR COLLATE C"],
  ].map(
    ([type, named, foreign = ""]): Provocation => ({
      code: "relation-keys",
      statements: [
        `CREATE TABLE tickets (id ${type}, state VARCHAR, price DOUBLE)`,
        `CREATE TABLE users (name VARCHAR, ticket_id ${foreign} NOT NULL)`,
      ],
      mapping: keyed,
      finding: {
        field: undefined,
        column: "users.ticket_id",
        message: `The key of relation "users" compares tickets.id of type ${named} with users.ticket_id of type ${foreign.split(" ")[0]}`,
      },
    }),
  ),
  {
    code: "collation-differs",
    statements: [create("VARCHAR COLLATE NOCASE")],
    mapping: sqlMapping(tickets, { table, columns: { state: { collation: "binary" } } }),
    finding: {
      field: "state",
      column: "tickets.state",
      message: 'The mapping declares the collation "binary", but the column has another one',
    },
  },
  {
    code: "session-mode",
    statements: [create(), "SET default_collation = 'NOCASE'"],
    mapping: sqlMapping(tickets, { table, columns: { state: { collation: "binary" } } }),
    finding: {
      field: undefined,
      column: undefined,
      message:
        'Keys of relations and columns with the collation "binary" are compared in the default collation "NOCASE"',
      hint: "SET default_collation = 'binary'",
    },
  },
  {
    code: "type-differs",
    statements: [create()],
    mapping: sqlMapping(tickets, { table, columns: { price: { type: "DOUBLE" } } }),
    finding: {
      field: "price",
      column: "tickets.price",
      message: 'The mapping declares the type "DOUBLE", but the column has the type "DECIMAL(10,2)"',
      hint: 'write type: "DECIMAL(10,2)", or leave type out: the returned mapping has the column\'s type',
    },
  },
  {
    code: "enum-value-missing",
    statements: [create("ENUM('open', 'gone')")],
    mapping: named,
    finding: {
      field: "state",
      column: "tickets.state",
      message: 'The schema lists "closed", which the database\'s enum does not have',
      hint: "add the value to the database's enum, or remove it from the schema: a filter for it finds no rows",
    },
  },
  {
    code: "enum-value-unlisted",
    statements: [create("ENUM('open', 'closed', 'gone')")],
    mapping: named,
    finding: {
      field: "state",
      column: "tickets.state",
      message: 'The database\'s enum has "gone", which the schema does not list',
      hint: "add the value to the schema if clients may filter by it",
    },
  },
  {
    code: "no-index",
    statements: [create(), "CREATE INDEX two ON tickets (state, price)"],
    mapping: named,
    finding: {
      field: "state",
      column: "tickets.state",
      message: "No index serves $eq, $in",
      hint: 'CREATE INDEX "tickets_state" ON "tickets" ("state")',
    },
  },
]
