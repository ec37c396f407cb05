import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/tickets/get-v2-tickets-json"
const thirdParty = "https://github.com/dnafactory/teamwork-api/blob/HEAD/RawEndpoints/Desk/Messages.php"

const schema = /* @__PURE__ */ resource(() => ({
  /** The ticket's id */
  id: field.integer({ nullable: false, description: "The ticket's id", source }),
  /** The subject line */
  subject: field.string({ description: "The subject line", source }),
  /** The start of the last message, as plain text */
  previewText: field.string({ description: "The start of the last message, as plain text", source }),
  /** The address that the first message was sent to */
  originalRecipient: field.string({ description: "The address that the first message was sent to", source }),
  /** The agent that the ticket is assigned to */
  agent: field.reference("users", { description: "The agent that the ticket is assigned to", source }),
  /** The customer that the ticket belongs to */
  customer: field.reference("customers", { description: "The customer that the ticket belongs to", source }),
  /** The customer's company */
  company: field.reference("companies", { description: "The customer's company", source }),
  /** The address that the customer wrote from */
  contact: field.reference("contacts", { description: "The address that the customer wrote from", source }),
  /** The inbox that the ticket is in */
  inbox: field.reference("inboxes", { description: "The inbox that the ticket is in", source }),
  /** The channel through which the ticket arrived */
  source: field.reference("ticketsources", {
    description: "The channel through which the ticket arrived",
    source,
  }),
  /** 1 active, 3 waiting, 4 on hold, 5 solved, 6 closed, 7 spam; custom statuses have larger ids */
  status: field.reference("ticketstatuses", {
    description:
      "1 active, 3 waiting, 4 on hold, 5 solved, 6 closed, 7 spam; custom statuses have larger ids",
    source,
  }),
  /** The priority */
  priority: field.reference("ticketpriorities", { description: "The priority", source }),
  /** The type of ticket */
  type: field.reference("tickettypes", { description: "The type of ticket", source }),
  /** The business hours that apply to it */
  businesshours: field.reference("businesshours", {
    description: "The business hours that apply to it",
    source,
  }),
  /** Minutes to the first response */
  responseTimeMins: field.integer({ description: "Minutes to the first response", source }),
  /** Minutes to the resolution, in business hours */
  resolutionTimeMins: field.integer({ description: "Minutes to the resolution, in business hours", source }),
  /** When the customer was asked for a rating */
  happinessSurveySentAt: field.datetime({ description: "When the customer was asked for a rating", source }),
  /** The spam rules that match the ticket */
  spam_rules: field.string({
    description: "The spam rules that match the ticket",
    source,
    inferred: true,
  }),
  /** The spam score of the ticket */
  spam_score: field.number({ description: "The spam score of the ticket", source }),
  /** When the ticket was created */
  createdAt: field.datetime({ description: "When the ticket was created", source }),
  /** When it was last changed, not counting deletion */
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  /** When it was deleted */
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  /** The user who last changed it */
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  /** The user who deleted it */
  deletedBy: field.reference("users", { description: "The user who deleted it", source }),
  /** active, scheduled, merged, deleted; a string, because Desk may add states */
  state: field.string({
    description: "active, scheduled, merged, deleted; a string, because Desk may add states",
    source,
  }),
  messages: field.many({
    /** The id of one of the ticket's messages */
    id: field.integer({
      nullable: false,
      description: "The id of one of the ticket's messages",
      source: thirdParty,
      inferred: true,
    }),
  }),
}))

/** The type of {@link tickets}. */
export interface TicketsSchema extends Schema<typeof schema.declarations> {}

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
export const tickets: TicketsSchema = schema
