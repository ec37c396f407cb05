import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/agent-invites/get-v2-agentinvites-json"

const schema = /* @__PURE__ */ resource(() => ({
  /** The invitation's id */
  id: field.integer({ nullable: false, description: "The invitation's id", source }),
  /** The invited user */
  user: field.reference("users", { description: "The invited user", source }),
  /** When the invitation was created */
  createdAt: field.datetime({ description: "When the invitation was created", source }),
  /** When it was last changed, not counting deletion */
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  /** When it was deleted */
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  /** The user who created it */
  createdBy: field.reference("users", { description: "The user who created it", source }),
  /** The user who last changed it */
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  /** The user who deleted it */
  deletedBy: field.reference("users", { description: "The user who deleted it", source }),
  /** active, deleted; a string, because Desk may add states */
  state: field.string({ description: "active, deleted; a string, because Desk may add states", source }),
}))

/** The type of {@link agentInvites}. */
export interface AgentInvitesSchema extends Schema<typeof schema.declarations> {}

/**
 * The invitations of agents to Teamwork Desk. The fields are those that the page of
 * `GET /desk/api/v2/agentinvites.json` allows in a filter. That page states their types.
 *
 * @example
 * ```ts
 * safeParseFilter(agentInvites, '{"user":{"$in":[100200]},"deletedAt":null}').ok // true
 * ```
 */
export const agentInvites: AgentInvitesSchema = schema
