import { field } from "../schema/field-declarators.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/tickets/get-v2-tickets-json"
const thirdParty = "https://github.com/dnafactory/teamwork-api/blob/HEAD/RawEndpoints/Desk/Messages.php"

/**
 * The tickets of Teamwork Desk. The fields are those that the page of `GET /desk/api/v2/tickets.json` allows in a
 * filter, and `messages.id`, which a public client filters by. A filter writes a reference as the plain id. That page
 * states the types, except those of `spam_rules` and `messages.id`.
 *
 * @example
 * ```ts
 * safeParseFilter(tickets, '{"agent":100200,"status":{"$in":[1,3]}}').ok // true
 * safeParseFilter(tickets, '{"status":"open"}').ok // false
 * ```
 */
export const tickets = /* @__PURE__ */ resource(() => ({
  id: field.integer({ nullable: false, description: "The ticket's id", source }),
  subject: field.string({ description: "The subject line", source }),
  previewText: field.string({ description: "The start of the last message, as plain text", source }),
  originalRecipient: field.string({ description: "The address that the first message was sent to", source }),
  agent: field.reference("users", { description: "The agent that the ticket is assigned to", source }),
  customer: field.reference("customers", { description: "The customer that the ticket belongs to", source }),
  company: field.reference("companies", { description: "The customer's company", source }),
  contact: field.reference("contacts", { description: "The address that the customer wrote from", source }),
  inbox: field.reference("inboxes", { description: "The inbox that the ticket is in", source }),
  source: field.reference("ticketsources", {
    description: "The channel through which the ticket arrived",
    source,
  }),
  status: field.reference("ticketstatuses", {
    description:
      "1 active, 3 waiting, 4 on hold, 5 solved, 6 closed, 7 spam; custom statuses have larger ids",
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
    description: "The spam rules that match the ticket",
    source,
    inferred: true,
  }),
  spam_score: field.number({ description: "The spam score of the ticket", source }),
  createdAt: field.datetime({ description: "When the ticket was created", source }),
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  deletedBy: field.reference("users", { description: "The user who deleted it", source }),
  state: field.string({
    description: "active, scheduled, merged, deleted; a string, because Desk may add states",
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
}))
