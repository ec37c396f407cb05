import { field } from "../schema/field-declarators.ts"
import { defineSchema } from "../schema/schema.ts"
import { record } from "./record.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/helpdocsites.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/helpdocsite.go"

/**
 * The help sites of Teamwork Desk, `GET /desk/api/v2/helpdocssites.json`. No list of their fields is at hand:
 * these are the ones by which Desk's own client filters, and those of the model in its Go client. All types
 * are inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(helpdocSites, '{"subdomain":{"$in":["help"]},"publicSiteEnabled":true}').ok // true
 * ```
 */
export const helpdocSites = defineSchema({
  ...record,
  name: field.string({ description: "The site's name", source: client, inferred: true }),
  subdomain: field.string({ description: "Its subdomain at Teamwork", source: client, inferred: true }),
  customDomain: field.string({ description: "Its own domain", source: model, inferred: true }),
  description: field.string({ description: "What it says of itself", source: model, inferred: true }),
  languageCode: field.string({ description: "The language", source: model, inferred: true }),
  publicSiteEnabled: field.boolean({ description: "Whether it is public", source: model, inferred: true }),
  contactFormEnabled: field.boolean({
    description: "Whether it has a contact form",
    source: model,
    inferred: true,
  }),
  sendEmailsToInboxId: field.integer({
    description: "The id of the inbox that its emails go to",
    source: model,
    inferred: true,
  }),
  authenticationType: field.string({ description: "How readers log in", source: model, inferred: true }),
  authenticationTypeId: field.integer({
    description: "The id of that way",
    source: model,
    inferred: true,
  }),
  editMethod: field.string({
    description: "What articles are written in: html, markdown and the like",
    source: model,
    inferred: true,
  }),
})
