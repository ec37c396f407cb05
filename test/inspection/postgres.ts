import { defineSchema, field } from "../../src/index.ts"
import { sqlMapping } from "../../src/sql.ts"
import type { Provocation } from "./provocation.ts"

const tickets = defineSchema({
  price: field.number(),
  state: field.enum(["new", "old"]),
  subject: field.string(),
  closedAt: field.datetime(),
})
const people = defineSchema({ emails: field.many({ address: field.string() }) })
const table = "tickets"

function createTickets(
  types: Partial<Record<"price" | "state" | "subject" | "closed_at", string>> = {},
): string {
  const columns = {
    price: "double precision",
    state: "text",
    subject: "text",
    closed_at: "timestamptz",
    ...types,
  }
  const definitions = Object.entries(columns).map(([name, type]) => `${name} ${type}`)
  return `CREATE TABLE tickets (${definitions.join(", ")})`
}

const closedAt = "closed_at"

/** The provocations of PostgreSQL, on a server and in PGlite. */
export const postgresProvocations: readonly Provocation[] = [
  {
    code: "column-type",
    statements: [createTickets({ price: "real" })],
    mapping: sqlMapping(tickets, { table, columns: { closedAt } }),
    finding: {
      field: "price",
      column: "tickets.price",
      message: "A column of type real cannot answer conditions on a field of type number exactly",
    },
  },
  {
    code: "unknown-collation",
    statements: [createTickets()],
    mapping: sqlMapping(tickets, {
      table,
      columns: { closedAt, subject: { expression: "trim(subject)", type: "text", collation: "de_DE" } },
    }),
    finding: {
      field: "subject",
      column: "trim(subject)",
      message: 'How the collation "de_DE" compares is not known',
    },
  },
  {
    code: "datetime-storage",
    statements: [createTickets()],
    mapping: sqlMapping(tickets, {
      table,
      columns: { closedAt: { column: "closed_at", datetimeStorage: "epoch-millis" } },
    }),
    finding: {
      field: "closedAt",
      column: "tickets.closed_at",
      message:
        'PostgreSQL stores date-times as timestamptz, and the mapping has the datetimeStorage "epoch-millis"',
    },
  },
  {
    code: "enum-value-missing",
    statements: [
      "CREATE TYPE ticket_state AS ENUM ('old', 'gone')",
      createTickets({ state: "ticket_state" }),
    ],
    mapping: sqlMapping(tickets, { table, columns: { closedAt } }),
    finding: {
      field: "state",
      column: "tickets.state",
      message: 'The schema lists "new", which the database\'s enum does not have',
    },
  },
  {
    code: "enum-value-unlisted",
    statements: [
      "CREATE TYPE ticket_state AS ENUM ('old', 'gone')",
      createTickets({ state: "ticket_state" }),
    ],
    mapping: sqlMapping(tickets, { table, columns: { closedAt } }),
    finding: {
      field: "state",
      column: "tickets.state",
      message: 'The database\'s enum has "gone", which the schema does not list',
    },
  },
  {
    code: "relation-keys",
    statements: [
      'CREATE TABLE people (id text COLLATE "C")',
      'CREATE TABLE emails (person_id text COLLATE "POSIX", address text)',
    ],
    mapping: sqlMapping(people, {
      table: "people",
      relations: { emails: { table: "emails", on: { id: "person_id" } } },
    }),
    finding: {
      field: undefined,
      column: "emails.person_id",
      message:
        'The key of relation "emails" compares people.id of type text and collation "C" with emails.person_id of type text and collation "POSIX"',
    },
  },
  {
    code: "loose-collation",
    statements: [
      "CREATE COLLATION without_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
      createTickets({ subject: "text COLLATE without_case" }),
    ],
    mapping: sqlMapping(tickets, { table, columns: { closedAt } }),
    finding: {
      field: "subject",
      column: "tickets.subject",
      message: 'The collation "without_case" is nondeterministic: different texts are equal in it',
    },
  },
]
