import { field } from "../schema/field-declarators.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/agent-invites/get-v2-agentinvites-json"

/**
 * The invitations of agents to Teamwork Desk. The fields are those that the page of
 * `GET /desk/api/v2/agentinvites.json` allows in a filter. That page states their types.
 *
 * @example
 * ```ts
 * safeParseFilter(agentInvites, '{"user":{"$in":[100200]},"deletedAt":null}').ok // true
 * ```
 */
export const agentInvites = /* @__PURE__ */ resource(() => ({
  id: field.integer({ nullable: false, description: "The invitation's id", source }),
  user: field.reference("users", { description: "The invited user", source }),
  createdAt: field.datetime({ description: "When the invitation was created", source }),
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  createdBy: field.reference("users", { description: "The user who created it", source }),
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  deletedBy: field.reference("users", { description: "The user who deleted it", source }),
  state: field.string({ description: "active, deleted; a string, because Desk may add states", source }),
}))
