import { field } from "../schema/field-declarators.ts"
import { defineSchema } from "../schema/schema.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/tickets/get-v2-tickets-json"
const thirdParty = "https://github.com/dnafactory/teamwork-api/blob/HEAD/RawEndpoints/Desk/Messages.php"

/**
 * The tickets of Teamwork Desk: the fields that the page of `GET /desk/api/v2/tickets.json` allows in a
 * filter, and `messages.id`, by which a public client filters. What a ticket refers to is asked for by its
 * bare id. Types are stated by that page, but for `spam_rules` and `messages.id`.
 *
 * @example
 * ```ts
 * safeParseFilter(tickets, '{"agent":100200,"status":{"$in":[1,3]}}').ok // true
 * safeParseFilter(tickets, '{"status":"open"}').ok // false
 * ```
 */
export const tickets = defineSchema({
  id: field.integer({ nullable: false, description: "The ticket's id", source }),
  subject: field.string({ description: "The subject line", source }),
  previewText: field.string({ description: "How the last message begins, as plain text", source }),
  originalRecipient: field.string({ description: "The address that the first message was sent to", source }),
  agent: field.reference("users", { description: "The agent whom the ticket is assigned to", source }),
  customer: field.reference("customers", { description: "The customer whose ticket it is", source }),
  company: field.reference("companies", { description: "The customer's company", source }),
  contact: field.reference("contacts", { description: "The address that the customer wrote from", source }),
  inbox: field.reference("inboxes", { description: "The inbox that the ticket is in", source }),
  source: field.reference("ticketsources", { description: "The channel that the ticket came by", source }),
  status: field.reference("ticketstatuses", {
    description: "1 active, 3 waiting, 4 on hold, 5 solved, 6 closed, 7 spam; an account's own are greater",
    source,
  }),
  priority: field.reference("ticketpriorities", { description: "The priority", source }),
  type: field.reference("tickettypes", { description: "The type of ticket", source }),
  businesshours: field.reference("businesshours", {
    description: "The business hours that apply to it",
    source,
  }),
  responseTimeMins: field.integer({ description: "Minutes to the first response", source }),
  resolutionTimeMins: field.integer({ description: "Minutes to the resolution, in business hours", source }),
  happinessSurveySentAt: field.datetime({ description: "When the customer was asked for a rating", source }),
  spam_rules: field.string({
    description: "The spam rules that the ticket fell under",
    source,
    inferred: true,
  }),
  spam_score: field.number({ description: "How much the ticket looks like spam", source }),
  createdAt: field.datetime({ description: "When the ticket was made", source }),
  updatedAt: field.datetime({ description: "When it was last changed; deleting it is no change", source }),
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  updatedBy: field.reference("users", { description: "Who changed it last", source }),
  deletedBy: field.reference("users", { description: "Who deleted it", source }),
  state: field.string({
    description: "active, scheduled, merged, deleted; not an enum, as Desk adds states",
    source,
  }),
  messages: field.many({
    id: field.integer({
      nullable: false,
      description: "The id of one of the ticket's messages",
      source: thirdParty,
      inferred: true,
    }),
  }),
})
