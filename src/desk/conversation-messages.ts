import { field } from "../schema/field-declarators.ts"
import { resource } from "./resource.ts"

const source =
  "https://apidocs.teamwork.com/docs/desk/v2/conversation-messages/get-v2-conversationmessages-history-token-json"

/**
 * The messages of one conversation of Teamwork Desk. The fields are those that the page of
 * `GET /desk/api/v2/conversationmessages/history/{token}.json` allows in a filter. That page states the types,
 * except those of `message` and `userId`.
 *
 * @example
 * ```ts
 * safeParseFilter(conversationMessages, '{"createdAt":{"$gt":"2025-01-01"},"userId":null}').ok // true
 * ```
 */
export const conversationMessages = /* @__PURE__ */ resource(() => ({
  id: field.integer({ nullable: false, description: "The message's id", source }),
  message: field.string({ description: "The text", source, inferred: true }),
  contactId: field.integer({ description: "The id of the contact who wrote it", source }),
  userId: field.integer({ description: "The id of the agent who wrote it", source, inferred: true }),
  createdAt: field.datetime({ description: "When the message was created", source }),
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  createdBy: field.reference("users", { description: "The user who created it", source }),
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  deletedBy: field.reference("users", { description: "The user who deleted it", source }),
  state: field.string({ description: "active, deleted; a string, because Desk may add states", source }),
}))
