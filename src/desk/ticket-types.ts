import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { recordSchema } from "./record.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/types.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/ticket_type.go"

const schema = /* @__PURE__ */ recordSchema(() => ({
  /** The type's name */
  name: field.string({ description: "The type's name", source: client, inferred: true }),
  /** The position in the list */
  displayOrder: field.integer({ description: "The position in the list", source: model, inferred: true }),
  /** Whether it is the default type */
  default: field.boolean({ description: "Whether it is the default type", source: model, inferred: true }),
  /** Whether it applies to future inboxes */
  enabledForFutureInboxes: field.boolean({
    description: "Whether it applies to future inboxes",
    source: model,
    inferred: true,
  }),
  inboxes: field.many({
    /** The id of an inbox that the type applies to */
    id: field.integer({
      nullable: false,
      description: "The id of an inbox that the type applies to",
      source: client,
      inferred: true,
    }),
  }),
}))

/** The type of {@link ticketTypes}. */
export interface TicketTypesSchema extends Schema<typeof schema.declarations> {}

/**
 * The ticket types of Teamwork Desk, `GET /desk/api/v2/tickettypes.json`. No page lists their filter fields. The
 * fields are those that Desk's own client filters by, and those of the model in its Go client. All types are inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(ticketTypes, '{"name":"Question","inboxes.id":{"$in":[1001,1002]}}').ok // true
 * ```
 */
export const ticketTypes: TicketTypesSchema = schema
