import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { recordSchema } from "./record.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/priorities.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/ticket_priority.go"

const schema = /* @__PURE__ */ recordSchema(() => ({
  /** low, medium, high, or a name that the account has added */
  name: field.string({
    description: "low, medium, high, or a name that the account has added",
    source: client,
    inferred: true,
  }),
  /** The colour, as #rrggbb */
  color: field.string({ description: "The colour, as #rrggbb", source: client, inferred: true }),
  /** The position in the list */
  displayOrder: field.integer({ description: "The position in the list", source: model, inferred: true }),
  /** The number of tickets with this priority */
  ticketCount: field.integer({
    description: "The number of tickets with this priority",
    source: "https://github.com/singer-io/tap-teamwork/blob/HEAD/tap_teamwork/schemas/ticket_priorities.json",
    inferred: true,
  }),
  /** The icon's name */
  icon: field.string({
    description: "The icon's name",
    source: "https://github.com/chiribuc/teamwork-desk/blob/HEAD/tests/Fixtures/TicketPriorities.php",
    inferred: true,
  }),
}))

/** The type of {@link ticketPriorities}. */
export interface TicketPrioritiesSchema extends Schema<typeof schema.declarations> {}

/**
 * The ticket priorities of Teamwork Desk, `GET /desk/api/v2/ticketpriorities.json`. No page lists their filter
 * fields. The fields are those that Desk's own client filters by, and those of the models in public clients. All
 * types are inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(ticketPriorities, '{"name":{"$in":["high","low"]}}').ok // true
 * ```
 */
export const ticketPriorities: TicketPrioritiesSchema = schema
