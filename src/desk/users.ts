import { field } from "../schema/field-declarators.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/users/get-v2-users-json"

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
export const users = /* @__PURE__ */ resource(() => ({
  id: field.integer({ nullable: false, description: "The user's id", source }),
  email: field.string({ description: "The email address", source }),
  firstName: field.string({ description: "The first name", source }),
  lastName: field.string({ description: "The last name", source }),
  firstname: field.string({ description: "The first name; Desk lists both spellings", source }),
  lastname: field.string({ description: "The last name; Desk lists both spellings", source }),
  avatarURL: field.string({ description: "The URL of the picture", source }),
  role: field.string({ description: "Such as Admin or Agent", source, inferred: true }),
  isPartTime: field.boolean({ description: "Whether the agent works part-time", source }),
  reviewer: field.boolean({ description: "Whether the user reviews messages of agents in training", source }),
  trainingWheelsEnrollment: field.reference("trainingwheelsenrollments", {
    description: "The training that the agent is in",
    source,
  }),
  editMethod: field.string({
    description: "The format that the user writes in, such as markdown or html",
    source,
    inferred: true,
  }),
  ticketReplyRedirect: field.string({
    description: "The page that the user sees after a reply",
    source,
    inferred: true,
  }),
  autoFollowOnCC: field.boolean({ description: "Whether the user follows tickets when in CC", source }),
  sendPushNotifications: field.boolean({ description: "Whether the user gets push notifications", source }),
  sendWebNotifications: field.boolean({ description: "Whether the user gets web notifications", source }),
  createdAt: field.datetime({ description: "When the user was created", source }),
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  createdBy: field.reference("users", { description: "The user who created it", source }),
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  state: field.string({
    description: "active, archived, deleted; a string, because Desk may add states",
    source,
  }),
  inboxes: field.many({
    id: field.integer({
      nullable: false,
      description: "The id of an inbox that the user has access to",
      source,
    }),
  }),
  triggers: field.many({
    id: field.integer({
      nullable: false,
      description: "The id of a trigger that applies to the user",
      source,
    }),
  }),
  // Desk writes this field of the user itself with the prefix of a relation.
  users: field.many({
    ontraining: field.boolean({
      description: "Whether the user is an agent in training",
      source,
      inferred: true,
    }),
  }),
}))
