import { defineSchema, field } from "../../src/index.ts"
import { sqlMapping } from "../../src/sql.ts"
import type { Provocation } from "./provocation.ts"

const tickets = defineSchema({ id: field.integer(), subject: field.string() })
const mapping = sqlMapping(tickets, { table: "tickets" })
const createTickets = "CREATE TABLE tickets (id BIGINT PRIMARY KEY, subject VARCHAR(100))"

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
]
