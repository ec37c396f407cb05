import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/companies/patch-v2-companies-update-json"
const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/companies.go"

const schema = /* @__PURE__ */ resource(() => ({
  /** The company's id */
  id: field.integer({ nullable: false, description: "The company's id", source }),
  /** The company's unique name */
  name: field.string({ description: "The company's unique name", source }),
  /** group: customers are added by hand; company: customers are added by their domain */
  kind: field.enum(["company", "group"], {
    description: "group: customers are added by hand; company: customers are added by their domain",
    source,
  }),
  /** Which tickets its customers see, such as own or all */
  permission: field.string({
    description: "Which tickets its customers see, such as own or all",
    source,
    inferred: true,
  }),
  /** The email address of the company */
  email: field.string({
    description: "The email address of the company",
    // A copy of the page above omits this field.
    source: "https://apidocs.teamwork.com/docs/desk/v2/companies/get-v2-companies-json",
  }),
  /** The URL of its website */
  website: field.string({ description: "The URL of its website", source }),
  /** The company's industry */
  industry: field.string({ description: "The company's industry", source }),
  /** Notes about the company */
  details: field.string({ description: "Notes about the company", source }),
  /** The path of the picture */
  avatarPath: field.string({ description: "The path of the picture", source }),
  /** The number of its customers */
  customersCount: field.integer({ description: "The number of its customers", source }),
  /** When the company was created */
  createdAt: field.datetime({ description: "When the company was created", source }),
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
  // Domains are related records, but the field has no property: the client sends the names of domains.
  /** The name of a domain of the company */
  domains: field.string({
    description: "The name of a domain of the company",
    source: client,
    inferred: true,
  }),
}))

/** The type of {@link companies}. */
export interface CompaniesSchema extends Schema<typeof schema.declarations> {}

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
export const companies: CompaniesSchema = schema
