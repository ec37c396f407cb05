import { field } from "../schema/field-declarators.ts"
import { record } from "./record.ts"
import { resource } from "./resource.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/statuses.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/ticket_status.go"

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
export const ticketStatuses = /* @__PURE__ */ resource(() => ({
  ...record(),
  name: field.string({
    description: "The name of the status, as agents see it",
    source: client,
    inferred: true,
  }),
  color: field.string({ description: "The colour, as #rrggbb", source: client, inferred: true }),
  code: field.string({
    description:
      "active, waiting, on-hold, solved, closed, spam, merged; a string, because accounts can add statuses",
    source: client,
    inferred: true,
  }),
  displayOrder: field.integer({ description: "The position in the list", source: model, inferred: true }),
  isCustom: field.boolean({ description: "Whether the account has added it", source: model, inferred: true }),
  icon: field.string({ description: "The icon's name", source: model, inferred: true }),
}))
