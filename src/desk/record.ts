import { field } from "../schema/field-declarators.ts"

const source = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/base.go"
// The models of Desk's Go client omit the fields that only deleted records have. The reference pages list them.
const pages = "https://apidocs.teamwork.com/docs/desk/v2/companies/patch-v2-companies-update-json"

/**
 * The fields of every record of Desk. Every reference page that lists filter fields includes them. For resources
 * without a list of filter fields, they are inferred.
 */
export const record = () => ({
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
