import { field } from "../schema/field-declarators.ts"

const source = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/base.go"
// The models of Desk's Go client leave out what only deleted records have; the reference pages do not.
const pages = "https://apidocs.teamwork.com/docs/desk/v2/companies/patch-v2-companies-update-json"

/**
 * What every record of Desk has. Where a reference page lists the fields of filters, these are among them;
 * that they are fields of the resources without such a list is inferred.
 */
export const record = {
  id: field.integer({ nullable: false, description: "The record's id", source, inferred: true }),
  createdAt: field.datetime({ description: "When the record was made", source, inferred: true }),
  updatedAt: field.datetime({
    description: "When it was last changed; deleting it is no change",
    source,
    inferred: true,
  }),
  deletedAt: field.datetime({ description: "When it was deleted", source: pages, inferred: true }),
  createdBy: field.reference("users", { description: "Who made it", source, inferred: true }),
  updatedBy: field.reference("users", { description: "Who changed it last", source, inferred: true }),
  deletedBy: field.reference("users", { description: "Who deleted it", source: pages, inferred: true }),
  state: field.string({
    description: "active, deleted; not an enum, as Desk adds states",
    source,
    inferred: true,
  }),
} as const
