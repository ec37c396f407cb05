import { field } from "../schema/field-declarators.ts"
import { defineSchema } from "../schema/schema.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/agent-invites/get-v2-agentinvites-json"

/**
 * The invitations of agents to Teamwork Desk: the fields that the page of
 * `GET /desk/api/v2/agentinvites.json` allows in a filter. Types are stated by that page.
 *
 * @example
 * ```ts
 * safeParseFilter(agentInvites, '{"user":{"$in":[100200]},"deletedAt":null}').ok // true
 * ```
 */
export const agentInvites = defineSchema({
  id: field.integer({ nullable: false, description: "The invitation's id", source }),
  user: field.reference("users", { description: "Who is invited", source }),
  createdAt: field.datetime({ description: "When the invitation was made", source }),
  updatedAt: field.datetime({ description: "When it was last changed; deleting it is no change", source }),
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  createdBy: field.reference("users", { description: "Who made it", source }),
  updatedBy: field.reference("users", { description: "Who changed it last", source }),
  deletedBy: field.reference("users", { description: "Who deleted it", source }),
  state: field.string({ description: "active, deleted; not an enum, as Desk adds states", source }),
})
