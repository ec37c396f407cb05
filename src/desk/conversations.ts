import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/conversations/get-v2-conversations-json"

const schema = /* @__PURE__ */ resource(() => ({
  /** The conversation's id */
  id: field.integer({ nullable: false, description: "The conversation's id", source }),
  /** The token of the chat's socket */
  token: field.string({ description: "The token of the chat's socket", source }),
  /** The id of the contact in the chat */
  contactId: field.integer({ description: "The id of the contact in the chat", source }),
  /** The id of the ticket that the chat belongs to */
  ticket_id: field.integer({ description: "The id of the ticket that the chat belongs to", source }),
  /** When the conversation was created */
  createdAt: field.datetime({ description: "When the conversation was created", source }),
  /** When it was last changed, not counting deletion */
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  /** When it was deleted */
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  /** active, deleted; a string, because Desk may add states */
  state: field.string({ description: "active, deleted; a string, because Desk may add states", source }),
}))

/** The type of {@link conversations}. */
export interface ConversationsSchema extends Schema<typeof schema.declarations> {}

/**
 * The conversations (chats) of Teamwork Desk. The fields are those that the page of
 * `GET /desk/api/v2/conversations.json` allows in a filter. That page states their types.
 *
 * @example
 * ```ts
 * safeParseFilter(conversations, '{"ticket_id":5001,"state":"active"}').ok // true
 * ```
 */
export const conversations: ConversationsSchema = schema
