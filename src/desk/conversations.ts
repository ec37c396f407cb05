import { field } from "../schema/field-declarators.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/conversations/get-v2-conversations-json"

/**
 * The conversations (chats) of Teamwork Desk. The fields are those that the page of
 * `GET /desk/api/v2/conversations.json` allows in a filter. That page states their types.
 *
 * @example
 * ```ts
 * safeParseFilter(conversations, '{"ticket_id":5001,"state":"active"}').ok // true
 * ```
 */
export const conversations = /* @__PURE__ */ resource(() => ({
  id: field.integer({ nullable: false, description: "The conversation's id", source }),
  token: field.string({ description: "The token of the chat's socket", source }),
  contactId: field.integer({ description: "The id of the contact in the chat", source }),
  ticket_id: field.integer({ description: "The id of the ticket that the chat belongs to", source }),
  createdAt: field.datetime({ description: "When the conversation was created", source }),
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  state: field.string({ description: "active, deleted; a string, because Desk may add states", source }),
}))
