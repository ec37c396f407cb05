import { field } from "../schema/field-declarators.ts"
import { record } from "./record.ts"
import { resource } from "./resource.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/types.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/ticket_type.go"

/**
 * The ticket types of Teamwork Desk, `GET /desk/api/v2/tickettypes.json`. No page lists their filter fields. The
 * fields are those that Desk's own client filters by, and those of the model in its Go client. All types are inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(ticketTypes, '{"name":"Question","inboxes.id":{"$in":[1001,1002]}}').ok // true
 * ```
 */
export const ticketTypes = /* @__PURE__ */ resource(() => ({
  ...record(),
  name: field.string({ description: "The type's name", source: client, inferred: true }),
  displayOrder: field.integer({ description: "The position in the list", source: model, inferred: true }),
  default: field.boolean({ description: "Whether it is the default type", source: model, inferred: true }),
  enabledForFutureInboxes: field.boolean({
    description: "Whether it applies to future inboxes",
    source: model,
    inferred: true,
  }),
  inboxes: field.many({
    id: field.integer({
      nullable: false,
      description: "The id of an inbox that the type applies to",
      source: client,
      inferred: true,
    }),
  }),
}))
