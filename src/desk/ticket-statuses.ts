import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { recordSchema } from "./record.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/statuses.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/ticket_status.go"

const schema = /* @__PURE__ */ recordSchema(() => ({
  /** The name of the status, as agents see it */
  name: field.string({
    description: "The name of the status, as agents see it",
    source: client,
    inferred: true,
  }),
  /** The colour, as #rrggbb */
  color: field.string({ description: "The colour, as #rrggbb", source: client, inferred: true }),
  /** active, waiting, on-hold, solved, closed, spam, merged; a string, because accounts can add statuses */
  code: field.string({
    description:
      "active, waiting, on-hold, solved, closed, spam, merged; a string, because accounts can add statuses",
    source: client,
    inferred: true,
  }),
  /** The position in the list */
  displayOrder: field.integer({ description: "The position in the list", source: model, inferred: true }),
  /** Whether the account has added it */
  isCustom: field.boolean({ description: "Whether the account has added it", source: model, inferred: true }),
  /** The icon's name */
  icon: field.string({ description: "The icon's name", source: model, inferred: true }),
}))

/** The type of {@link ticketStatuses}. */
export interface TicketStatusesSchema extends Schema<typeof schema.declarations> {}

/**
 * The ticket statuses of Teamwork Desk, `GET /desk/api/v2/ticketstatuses.json`. No page lists their filter fields.
 * The fields are those that Desk's own client filters by, and those of the model in its Go client. All types are
 * inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(ticketStatuses, '{"code":{"$in":["active","waiting"]}}').ok // true
 * ```
 */
export const ticketStatuses: TicketStatusesSchema = schema
