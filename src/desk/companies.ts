import { field } from "../schema/field-declarators.ts"
import { defineSchema } from "../schema/schema.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/companies/patch-v2-companies-update-json"
const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/companies.go"

/**
 * The companies of Teamwork Desk: the fields that the page of `PATCH /desk/api/v2/companies/update.json`
 * allows in a filter, and `domains`, by which Desk's own client filters. Types are stated by that page, but
 * for those of `permission` and `domains`.
 *
 * @example
 * ```ts
 * safeParseFilter(companies, '{"kind":"group","domains":{"$in":["example.com"]}}').ok // true
 * ```
 */
export const companies = defineSchema({
  id: field.integer({ nullable: false, description: "The company's id", source }),
  name: field.string({ description: "The company's name, which no other has", source }),
  kind: field.enum(["company", "group"], {
    description: "group: customers put together by hand; company: by their domain",
    source,
  }),
  permission: field.string({
    description: "Whose tickets its customers see: own, all and the like",
    source,
    inferred: true,
  }),
  email: field.string({
    description: "The address to reach it at",
    // One copy of the other page lacks it.
    source: "https://apidocs.teamwork.com/docs/desk/v2/companies/get-v2-companies-json",
  }),
  website: field.string({ description: "The address of its website", source }),
  industry: field.string({ description: "The industry that it is in", source }),
  details: field.string({ description: "Text for reference", source }),
  avatarPath: field.string({ description: "Where the picture is", source }),
  customersCount: field.integer({ description: "How many customers it has", source }),
  createdAt: field.datetime({ description: "When the company was made", source }),
  updatedAt: field.datetime({ description: "When it was last changed; deleting it is no change", source }),
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  createdBy: field.reference("users", { description: "Who made it", source }),
  updatedBy: field.reference("users", { description: "Who changed it last", source }),
  deletedBy: field.reference("users", { description: "Who deleted it", source }),
  state: field.string({ description: "active, deleted; not an enum, as Desk adds states", source }),
  // A relation by its nature, but written without a property: the client sends the names of domains.
  domains: field.string({
    description: "A domain of the company, by its name",
    source: client,
    inferred: true,
  }),
})
