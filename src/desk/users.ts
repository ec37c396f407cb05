import { field } from "../schema/field-declarators.ts"
import { defineSchema } from "../schema/schema.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/users/get-v2-users-json"

/**
 * The users of Teamwork Desk, who are its agents: the fields that the page of
 * `GET /desk/api/v2/users.json` allows in a filter, odd names included. Types are stated by that page, but
 * for those of `editMethod`, `role`, `ticketReplyRedirect` and `users.ontraining`.
 *
 * @example
 * ```ts
 * safeParseFilter(users, '{"email":"agent@example.com","inboxes.id":{"$in":[1001]}}').ok // true
 * ```
 */
export const users = defineSchema({
  id: field.integer({ nullable: false, description: "The user's id", source }),
  email: field.string({ description: "The email address", source }),
  firstName: field.string({ description: "The first name", source }),
  lastName: field.string({ description: "The last name", source }),
  firstname: field.string({ description: "The first name too: Desk lists both spellings", source }),
  lastname: field.string({ description: "The last name too: Desk lists both spellings", source }),
  avatarURL: field.string({ description: "Where the picture is", source }),
  role: field.string({ description: "Admin, Agent and the like", source, inferred: true }),
  isPartTime: field.boolean({ description: "Whether the agent works part-time", source }),
  reviewer: field.boolean({ description: "Whether the user reviews what agents in training write", source }),
  trainingWheelsEnrollment: field.reference("trainingwheelsenrollments", {
    description: "The training that the agent is in",
    source,
  }),
  editMethod: field.string({
    description: "What the user writes in: markdown, html and the like",
    source,
    inferred: true,
  }),
  ticketReplyRedirect: field.string({
    description: "Where the user is taken after a reply",
    source,
    inferred: true,
  }),
  autoFollowOnCC: field.boolean({ description: "Whether the user follows tickets when in copy", source }),
  sendPushNotifications: field.boolean({ description: "Whether the user gets push notifications", source }),
  sendWebNotifications: field.boolean({ description: "Whether the user gets web notifications", source }),
  createdAt: field.datetime({ description: "When the user was made", source }),
  updatedAt: field.datetime({ description: "When it was last changed; deleting it is no change", source }),
  createdBy: field.reference("users", { description: "Who made it", source }),
  updatedBy: field.reference("users", { description: "Who changed it last", source }),
  state: field.string({
    description: "active, archived, deleted; not an enum, as Desk adds states",
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
    id: field.integer({ nullable: false, description: "The id of a trigger that concerns the user", source }),
  }),
  // No relation, but the users' own table: that is how Desk spells it.
  users: field.many({
    ontraining: field.boolean({
      description: "Whether the user is an agent in training",
      source,
      inferred: true,
    }),
  }),
})
