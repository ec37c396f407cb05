import { field } from "../schema/field-declarators.ts"
import { defineSchema } from "../schema/schema.ts"
import { record } from "./record.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/inboxes.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/inbox.go"

/**
 * The inboxes of Teamwork Desk, `GET /desk/api/v2/inboxes.json`. No list of their fields is at hand: these are
 * the ones by which Desk's own client filters, and those of the model in its Go client. All types are
 * inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(inboxes, '{"email":{"$in":["support@example.com"]}}').ok // true
 * ```
 */
export const inboxes = defineSchema({
  ...record,
  name: field.string({ description: "The inbox's name", source: client, inferred: true }),
  email: field.string({ description: "Its address", source: client, inferred: true }),
  localPart: field.string({
    description: "What its address has before the @",
    source: model,
    inferred: true,
  }),
  type: field.string({ description: "The kind of inbox", source: model, inferred: true }),
  user: field.reference("users", { description: "Whose it is, if personal", source: model, inferred: true }),
  languageCode: field.string({ description: "The language", source: model, inferred: true }),
  displayOrder: field.integer({ description: "The place among the others", source: model, inferred: true }),
  starred: field.boolean({
    description: "Whether whoever asks has starred it",
    source: model,
    inferred: true,
  }),
  verified: field.boolean({ description: "Whether its address is confirmed", source: model, inferred: true }),
  synced: field.boolean({ description: "Whether it is synchronised", source: model, inferred: true }),
  clientOnly: field.boolean({
    description: "Whether it is for clients only",
    source: model,
    inferred: true,
  }),
  notificationsOnly: field.boolean({
    description: "Whether it only notifies",
    source: model,
    inferred: true,
  }),
  emailForwardingState: field.string({
    description: "How far the check of its forwarding is",
    source: model,
    inferred: true,
  }),
  smtpPort: field.integer({ description: "The port that it sends by", source: model, inferred: true }),
  spamThreshold: field.integer({
    description: "The threshold of the spam score",
    source: model,
    inferred: true,
  }),
  ticketstatus: field.reference("ticketstatuses", {
    description: "The status that its tickets have at first",
    source: model,
    inferred: true,
  }),
  onClosedLock: field.string({
    description: "What a reply to a closed ticket does",
    source: model,
    inferred: true,
  }),
  onClosedWait: field.integer({
    description: "How long after closing it does so",
    source: model,
    inferred: true,
  }),
  autoReplyEnabled: field.boolean({
    description: "Whether it replies by itself",
    source: model,
    inferred: true,
  }),
  autoReplyFromUserId: field.integer({
    description: "The id of the user in whose name it replies",
    // The client's model lacks it.
    source: "https://apidocs.teamwork.com/docs/desk/v2/inboxes/post-v2-inboxes-json",
    inferred: true,
  }),
  autoReplySubject: field.string({ description: "The subject of that reply", source: model, inferred: true }),
  autoReplyMessage: field.string({ description: "The text of that reply", source: model, inferred: true }),
  happinessRatingEnabled: field.boolean({
    description: "Whether it asks for ratings",
    source: model,
    inferred: true,
  }),
  timeloggingEnabled: field.boolean({
    description: "Whether time can be logged",
    source: model,
    inferred: true,
  }),
  usingOfficeHours: field.boolean({
    description: "Whether it keeps office hours",
    source: model,
    inferred: true,
  }),
})
