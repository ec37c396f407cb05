import { field } from "../schema/field-declarators.ts"
import { defineSchema } from "../schema/schema.ts"
import { record } from "./record.ts"

const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/message.go"
const thirdParty = "https://github.com/iGLOO-be/igloo-skills/blob/HEAD/skills/teamwork-desk/support-cli.py"

/**
 * The messages of one ticket of Teamwork Desk, `GET /desk/api/v2/tickets/{ticketId}/messages.json`. No list of
 * their fields is at hand: these are the ones of the model in Desk's Go client; the text is not among them,
 * as Desk can only search it. All types are inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(messages, '{"threadType":3,"isPinned":true}').ok // true
 * ```
 */
export const messages = defineSchema({
  ...record,
  // Read and written as a word, but filtered by its number.
  threadType: field.integer({
    description: "1 message, 2 forward, 3 note, 4 event",
    source: thirdParty,
    inferred: true,
  }),
  ticket: field.reference("tickets", { description: "The ticket", source: model, inferred: true }),
  contact: field.reference("contacts", {
    description: "The contact who wrote it",
    source: model,
    inferred: true,
  }),
  status: field.reference("ticketstatuses", {
    description: "The status that the ticket got with it",
    source: model,
    inferred: true,
  }),
  isPinned: field.boolean({ description: "Whether it is a pinned note", source: model, inferred: true }),
  delayed: field.boolean({ description: "Whether it waits to be sent", source: model, inferred: true }),
  editMethod: field.string({
    description: "What it is written in: html, markdown and the like",
    source: model,
    inferred: true,
  }),
  viewedByCustomerAt: field.datetime({
    description: "When the customer opened it",
    source: model,
    inferred: true,
  }),
})
