import { field } from "../schema/field-declarators.ts"
import { record } from "./record.ts"
import { resource } from "./resource.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/helpdocsites.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/helpdocsite.go"

/**
 * The help sites of Teamwork Desk, `GET /desk/api/v2/helpdocssites.json`. No page lists their filter fields.
 * The fields are those that Desk's own client filters by, and those of the model in its Go client. All types are
 * inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(helpdocSites, '{"subdomain":{"$in":["help"]},"publicSiteEnabled":true}').ok // true
 * ```
 */
export const helpdocSites = /* @__PURE__ */ resource(() => ({
  ...record(),
  name: field.string({ description: "The site's name", source: client, inferred: true }),
  subdomain: field.string({
    description: "The site's subdomain at Teamwork",
    source: client,
    inferred: true,
  }),
  customDomain: field.string({ description: "The site's own domain", source: model, inferred: true }),
  description: field.string({ description: "The site's description", source: model, inferred: true }),
  languageCode: field.string({
    description: "The code of the site's language",
    source: model,
    inferred: true,
  }),
  publicSiteEnabled: field.boolean({
    description: "Whether the site is public",
    source: model,
    inferred: true,
  }),
  contactFormEnabled: field.boolean({
    description: "Whether the site has a contact form",
    source: model,
    inferred: true,
  }),
  sendEmailsToInboxId: field.integer({
    description: "The id of the inbox that receives its emails",
    source: model,
    inferred: true,
  }),
  authenticationType: field.string({ description: "How readers log in", source: model, inferred: true }),
  authenticationTypeId: field.integer({
    description: "The id of the way in which readers log in",
    source: model,
    inferred: true,
  }),
  editMethod: field.string({
    description: "The format of articles, such as html or markdown",
    source: model,
    inferred: true,
  }),
}))
