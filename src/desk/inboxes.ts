import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { recordSchema } from "./record.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/inboxes.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/inbox.go"

const schema = /* @__PURE__ */ recordSchema(() => ({
  /** The inbox's name */
  name: field.string({ description: "The inbox's name", source: client, inferred: true }),
  /** The inbox's email address */
  email: field.string({ description: "The inbox's email address", source: client, inferred: true }),
  /** The part of its address before the @ */
  localPart: field.string({
    description: "The part of its address before the @",
    source: model,
    inferred: true,
  }),
  /** The kind of inbox */
  type: field.string({ description: "The kind of inbox", source: model, inferred: true }),
  /** The owner of a personal inbox */
  user: field.reference("users", {
    description: "The owner of a personal inbox",
    source: model,
    inferred: true,
  }),
  /** The code of the inbox's language */
  languageCode: field.string({
    description: "The code of the inbox's language",
    source: model,
    inferred: true,
  }),
  /** The position in the list */
  displayOrder: field.integer({ description: "The position in the list", source: model, inferred: true }),
  /** Whether the current user has starred it */
  starred: field.boolean({
    description: "Whether the current user has starred it",
    source: model,
    inferred: true,
  }),
  /** Whether its address is confirmed */
  verified: field.boolean({ description: "Whether its address is confirmed", source: model, inferred: true }),
  /** Whether it is synchronised */
  synced: field.boolean({ description: "Whether it is synchronised", source: model, inferred: true }),
  /** Whether it is for clients only */
  clientOnly: field.boolean({
    description: "Whether it is for clients only",
    source: model,
    inferred: true,
  }),
  /** Whether it is for notifications only */
  notificationsOnly: field.boolean({
    description: "Whether it is for notifications only",
    source: model,
    inferred: true,
  }),
  /** The progress of the check of its email forwarding */
  emailForwardingState: field.string({
    description: "The progress of the check of its email forwarding",
    source: model,
    inferred: true,
  }),
  /** The SMTP port for outgoing email */
  smtpPort: field.integer({ description: "The SMTP port for outgoing email", source: model, inferred: true }),
  /** The threshold of the spam score */
  spamThreshold: field.integer({
    description: "The threshold of the spam score",
    source: model,
    inferred: true,
  }),
  /** The status of its new tickets */
  ticketstatus: field.reference("ticketstatuses", {
    description: "The status of its new tickets",
    source: model,
    inferred: true,
  }),
  /** What happens on a reply to a closed ticket */
  onClosedLock: field.string({
    description: "What happens on a reply to a closed ticket",
    source: model,
    inferred: true,
  }),
  /** The time between closing and that effect */
  onClosedWait: field.integer({
    description: "The time between closing and that effect",
    source: model,
    inferred: true,
  }),
  /** Whether it replies automatically */
  autoReplyEnabled: field.boolean({
    description: "Whether it replies automatically",
    source: model,
    inferred: true,
  }),
  /** The id of the user who appears as the sender of the automatic reply */
  autoReplyFromUserId: field.integer({
    description: "The id of the user who appears as the sender of the automatic reply",
    // The client's model omits this field.
    source: "https://apidocs.teamwork.com/docs/desk/v2/inboxes/post-v2-inboxes-json",
    inferred: true,
  }),
  /** The subject of the automatic reply */
  autoReplySubject: field.string({
    description: "The subject of the automatic reply",
    source: model,
    inferred: true,
  }),
  /** The text of the automatic reply */
  autoReplyMessage: field.string({
    description: "The text of the automatic reply",
    source: model,
    inferred: true,
  }),
  /** Whether it asks for ratings */
  happinessRatingEnabled: field.boolean({
    description: "Whether it asks for ratings",
    source: model,
    inferred: true,
  }),
  /** Whether time can be logged */
  timeloggingEnabled: field.boolean({
    description: "Whether time can be logged",
    source: model,
    inferred: true,
  }),
  /** Whether office hours apply to it */
  usingOfficeHours: field.boolean({
    description: "Whether office hours apply to it",
    source: model,
    inferred: true,
  }),
}))

/** The type of {@link inboxes}. */
export interface InboxesSchema extends Schema<typeof schema.declarations> {}

/**
 * The inboxes of Teamwork Desk, `GET /desk/api/v2/inboxes.json`. No page lists their filter fields. The fields are
 * those that Desk's own client filters by, and those of the model in its Go client. All types are inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(inboxes, '{"email":{"$in":["support@example.com"]}}').ok // true
 * ```
 */
export const inboxes: InboxesSchema = schema
