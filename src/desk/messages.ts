import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { recordSchema } from "./record.ts"

const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/message.go"
const thirdParty = "https://github.com/iGLOO-be/igloo-skills/blob/HEAD/skills/teamwork-desk/support-cli.py"

const schema = /* @__PURE__ */ recordSchema(() => ({
  // Requests and answers contain a word here, but filters use its number.
  /** 1 message, 2 forward, 3 note, 4 event */
  threadType: field.integer({
    description: "1 message, 2 forward, 3 note, 4 event",
    source: thirdParty,
    inferred: true,
  }),
  /** The ticket */
  ticket: field.reference("tickets", { description: "The ticket", source: model, inferred: true }),
  /** The contact who wrote it */
  contact: field.reference("contacts", {
    description: "The contact who wrote it",
    source: model,
    inferred: true,
  }),
  /** The status that the message gave the ticket */
  status: field.reference("ticketstatuses", {
    description: "The status that the message gave the ticket",
    source: model,
    inferred: true,
  }),
  /** Whether it is a pinned note */
  isPinned: field.boolean({ description: "Whether it is a pinned note", source: model, inferred: true }),
  /** Whether it is scheduled to be sent later */
  delayed: field.boolean({
    description: "Whether it is scheduled to be sent later",
    source: model,
    inferred: true,
  }),
  /** The format of the text, such as html or markdown */
  editMethod: field.string({
    description: "The format of the text, such as html or markdown",
    source: model,
    inferred: true,
  }),
  /** When the customer opened it */
  viewedByCustomerAt: field.datetime({
    description: "When the customer opened it",
    source: model,
    inferred: true,
  }),
}))

/** The type of {@link messages}. */
export interface MessagesSchema extends Schema<typeof schema.declarations> {}

/**
 * The messages of one ticket of Teamwork Desk, `GET /desk/api/v2/tickets/{ticketId}/messages.json`. No page lists
 * their filter fields. The fields are those of the model in Desk's Go client, without the text, because Desk can only
 * search it. All types are inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(messages, '{"threadType":3,"isPinned":true}').ok // true
 * ```
 */
export const messages: MessagesSchema = schema
