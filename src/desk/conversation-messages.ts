import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { resource } from "./resource.ts"

const source =
  "https://apidocs.teamwork.com/docs/desk/v2/conversation-messages/get-v2-conversationmessages-history-token-json"

const schema = /* @__PURE__ */ resource(() => ({
  /** The message's id */
  id: field.integer({ nullable: false, description: "The message's id", source }),
  /** The text */
  message: field.string({ description: "The text", source, inferred: true }),
  /** The id of the contact who wrote it */
  contactId: field.integer({ description: "The id of the contact who wrote it", source }),
  /** The id of the agent who wrote it */
  userId: field.integer({ description: "The id of the agent who wrote it", source, inferred: true }),
  /** When the message was created */
  createdAt: field.datetime({ description: "When the message was created", source }),
  /** When it was last changed, not counting deletion */
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  /** When it was deleted */
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  /** The user who created it */
  createdBy: field.reference("users", { description: "The user who created it", source }),
  /** The user who last changed it */
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  /** The user who deleted it */
  deletedBy: field.reference("users", { description: "The user who deleted it", source }),
  /** active, deleted; a string, because Desk may add states */
  state: field.string({ description: "active, deleted; a string, because Desk may add states", source }),
}))

/** The type of {@link conversationMessages}. */
export interface ConversationMessagesSchema extends Schema<typeof schema.declarations> {}

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
export const conversationMessages: ConversationMessagesSchema = schema
