import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/users/get-v2-users-json"

const schema = /* @__PURE__ */ resource(() => ({
  /** The user's id */
  id: field.integer({ nullable: false, description: "The user's id", source }),
  /** The email address */
  email: field.string({ description: "The email address", source }),
  /** The first name */
  firstName: field.string({ description: "The first name", source }),
  /** The last name */
  lastName: field.string({ description: "The last name", source }),
  /** The first name; Desk lists both spellings */
  firstname: field.string({ description: "The first name; Desk lists both spellings", source }),
  /** The last name; Desk lists both spellings */
  lastname: field.string({ description: "The last name; Desk lists both spellings", source }),
  /** The URL of the picture */
  avatarURL: field.string({ description: "The URL of the picture", source }),
  /** Such as Admin or Agent */
  role: field.string({ description: "Such as Admin or Agent", source, inferred: true }),
  /** Whether the agent works part-time */
  isPartTime: field.boolean({ description: "Whether the agent works part-time", source }),
  /** Whether the user reviews messages of agents in training */
  reviewer: field.boolean({ description: "Whether the user reviews messages of agents in training", source }),
  /** The training that the agent is in */
  trainingWheelsEnrollment: field.reference("trainingwheelsenrollments", {
    description: "The training that the agent is in",
    source,
  }),
  /** The format that the user writes in, such as markdown or html */
  editMethod: field.string({
    description: "The format that the user writes in, such as markdown or html",
    source,
    inferred: true,
  }),
  /** The page that the user sees after a reply */
  ticketReplyRedirect: field.string({
    description: "The page that the user sees after a reply",
    source,
    inferred: true,
  }),
  /** Whether the user follows tickets when in CC */
  autoFollowOnCC: field.boolean({ description: "Whether the user follows tickets when in CC", source }),
  /** Whether the user gets push notifications */
  sendPushNotifications: field.boolean({ description: "Whether the user gets push notifications", source }),
  /** Whether the user gets web notifications */
  sendWebNotifications: field.boolean({ description: "Whether the user gets web notifications", source }),
  /** When the user was created */
  createdAt: field.datetime({ description: "When the user was created", source }),
  /** When it was last changed, not counting deletion */
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  /** The user who created it */
  createdBy: field.reference("users", { description: "The user who created it", source }),
  /** The user who last changed it */
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  /** active, archived, deleted; a string, because Desk may add states */
  state: field.string({
    description: "active, archived, deleted; a string, because Desk may add states",
    source,
  }),
  inboxes: field.many({
    /** The id of an inbox that the user has access to */
    id: field.integer({
      nullable: false,
      description: "The id of an inbox that the user has access to",
      source,
    }),
  }),
  triggers: field.many({
    /** The id of a trigger that applies to the user */
    id: field.integer({
      nullable: false,
      description: "The id of a trigger that applies to the user",
      source,
    }),
  }),
  // Desk writes this field of the user itself with the prefix of a relation.
  users: field.many({
    /** Whether the user is an agent in training */
    ontraining: field.boolean({
      description: "Whether the user is an agent in training",
      source,
      inferred: true,
    }),
  }),
}))

/** The type of {@link users}. */
export interface UsersSchema extends Schema<typeof schema.declarations> {}

/**
 * The users (agents) of Teamwork Desk. The fields are those that the page of `GET /desk/api/v2/users.json` allows
 * in a filter, including unusual names. That page states the types, except those of `editMethod`, `role`,
 * `ticketReplyRedirect` and `users.ontraining`.
 *
 * @example
 * ```ts
 * safeParseFilter(users, '{"email":"agent@example.com","inboxes.id":{"$in":[1001]}}').ok // true
 * ```
 */
export const users: UsersSchema = schema
