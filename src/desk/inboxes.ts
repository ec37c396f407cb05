import { field } from "../schema/field-declarators.ts"
import { record } from "./record.ts"
import { resource } from "./resource.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/inboxes.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/inbox.go"

/**
 * The inboxes of Teamwork Desk, `GET /desk/api/v2/inboxes.json`. No page lists their filter fields. The fields are
 * those that Desk's own client filters by, and those of the model in its Go client. All types are inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(inboxes, '{"email":{"$in":["support@example.com"]}}').ok // true
 * ```
 */
export const inboxes = /* @__PURE__ */ resource(() => ({
  ...record(),
  name: field.string({ description: "The inbox's name", source: client, inferred: true }),
  email: field.string({ description: "The inbox's email address", source: client, inferred: true }),
  localPart: field.string({
    description: "The part of its address before the @",
    source: model,
    inferred: true,
  }),
  type: field.string({ description: "The kind of inbox", source: model, inferred: true }),
  user: field.reference("users", {
    description: "The owner of a personal inbox",
    source: model,
    inferred: true,
  }),
  languageCode: field.string({
    description: "The code of the inbox's language",
    source: model,
    inferred: true,
  }),
  displayOrder: field.integer({ description: "The position in the list", source: model, inferred: true }),
  starred: field.boolean({
    description: "Whether the current user has starred it",
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
    description: "Whether it is for notifications only",
    source: model,
    inferred: true,
  }),
  emailForwardingState: field.string({
    description: "The progress of the check of its email forwarding",
    source: model,
    inferred: true,
  }),
  smtpPort: field.integer({ description: "The SMTP port for outgoing email", source: model, inferred: true }),
  spamThreshold: field.integer({
    description: "The threshold of the spam score",
    source: model,
    inferred: true,
  }),
  ticketstatus: field.reference("ticketstatuses", {
    description: "The status of its new tickets",
    source: model,
    inferred: true,
  }),
  onClosedLock: field.string({
    description: "What happens on a reply to a closed ticket",
    source: model,
    inferred: true,
  }),
  onClosedWait: field.integer({
    description: "The time between closing and that effect",
    source: model,
    inferred: true,
  }),
  autoReplyEnabled: field.boolean({
    description: "Whether it replies automatically",
    source: model,
    inferred: true,
  }),
  autoReplyFromUserId: field.integer({
    description: "The id of the user who appears as the sender of the automatic reply",
    // The client's model omits this field.
    source: "https://apidocs.teamwork.com/docs/desk/v2/inboxes/post-v2-inboxes-json",
    inferred: true,
  }),
  autoReplySubject: field.string({
    description: "The subject of the automatic reply",
    source: model,
    inferred: true,
  }),
  autoReplyMessage: field.string({
    description: "The text of the automatic reply",
    source: model,
    inferred: true,
  }),
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
    description: "Whether office hours apply to it",
    source: model,
    inferred: true,
  }),
}))
