import { field } from "../schema/field-declarators.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/companies/patch-v2-companies-update-json"
const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/companies.go"

/**
 * The companies of Teamwork Desk. The fields are those that the page of `PATCH /desk/api/v2/companies/update.json`
 * allows in a filter, and `domains`, which Desk's own client filters by. That page states the types, except those
 * of `permission` and `domains`.
 *
 * @example
 * ```ts
 * safeParseFilter(companies, '{"kind":"group","domains":{"$in":["example.com"]}}').ok // true
 * ```
 */
export const companies = /* @__PURE__ */ resource(() => ({
  id: field.integer({ nullable: false, description: "The company's id", source }),
  name: field.string({ description: "The company's unique name", source }),
  kind: field.enum(["company", "group"], {
    description: "group: customers are added by hand; company: customers are added by their domain",
    source,
  }),
  permission: field.string({
    description: "Which tickets its customers see, such as own or all",
    source,
    inferred: true,
  }),
  email: field.string({
    description: "The email address of the company",
    // A copy of the page above omits this field.
    source: "https://apidocs.teamwork.com/docs/desk/v2/companies/get-v2-companies-json",
  }),
  website: field.string({ description: "The URL of its website", source }),
  industry: field.string({ description: "The company's industry", source }),
  details: field.string({ description: "Notes about the company", source }),
  avatarPath: field.string({ description: "The path of the picture", source }),
  customersCount: field.integer({ description: "The number of its customers", source }),
  createdAt: field.datetime({ description: "When the company was created", source }),
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  createdBy: field.reference("users", { description: "The user who created it", source }),
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  deletedBy: field.reference("users", { description: "The user who deleted it", source }),
  state: field.string({ description: "active, deleted; a string, because Desk may add states", source }),
  // Domains are related records, but the field has no property: the client sends the names of domains.
  domains: field.string({
    description: "The name of a domain of the company",
    source: client,
    inferred: true,
  }),
}))
