import type { Declarations } from "../schema/declarations.ts"
import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { resource } from "./resource.ts"

const source = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/base.go"
// The models of Desk's Go client omit the fields that only deleted records have. The reference pages list them.
const pages = "https://apidocs.teamwork.com/docs/desk/v2/companies/patch-v2-companies-update-json"

/**
 * The fields of every record of Desk. Every reference page that lists filter fields includes them. For resources
 * without a list of filter fields, they are inferred.
 */
const record = () => ({
  /** The record's id */
  id: field.integer({ nullable: false, description: "The record's id", source, inferred: true }),
  /** When the record was created */
  createdAt: field.datetime({ description: "When the record was created", source, inferred: true }),
  /** When it was last changed, not counting deletion */
  updatedAt: field.datetime({
    description: "When it was last changed, not counting deletion",
    source,
    inferred: true,
  }),
  /** When it was deleted */
  deletedAt: field.datetime({ description: "When it was deleted", source: pages, inferred: true }),
  /** The user who created it */
  createdBy: field.reference("users", { description: "The user who created it", source, inferred: true }),
  /** The user who last changed it */
  updatedBy: field.reference("users", {
    description: "The user who last changed it",
    source,
    inferred: true,
  }),
  /** The user who deleted it */
  deletedBy: field.reference("users", {
    description: "The user who deleted it",
    source: pages,
    inferred: true,
  }),
  /** active, deleted; a string, because Desk may add states */
  state: field.string({
    description: "active, deleted; a string, because Desk may add states",
    source,
    inferred: true,
  }),
})

/** An interface, so that the published types refer to it. They would copy the fields of an alias, without their comments. */
export interface RecordFields extends ReturnType<typeof record> {}

/**
 * The schema of a resource that has the fields of every record, and others.
 *
 * @param declare returns the other fields, and the relations
 */
export function recordSchema<const D extends Declarations>(
  declare: () => D,
): Schema<Readonly<RecordFields> & D> {
  return resource(() => ({ ...record(), ...declare() }))
}
