import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { recordSchema } from "./record.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/helpdocsites.go"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/helpdocsite.go"

const schema = /* @__PURE__ */ recordSchema(() => ({
  /** The site's name */
  name: field.string({ description: "The site's name", source: client, inferred: true }),
  /** The site's subdomain at Teamwork */
  subdomain: field.string({
    description: "The site's subdomain at Teamwork",
    source: client,
    inferred: true,
  }),
  /** The site's own domain */
  customDomain: field.string({ description: "The site's own domain", source: model, inferred: true }),
  /** The site's description */
  description: field.string({ description: "The site's description", source: model, inferred: true }),
  /** The code of the site's language */
  languageCode: field.string({
    description: "The code of the site's language",
    source: model,
    inferred: true,
  }),
  /** Whether the site is public */
  publicSiteEnabled: field.boolean({
    description: "Whether the site is public",
    source: model,
    inferred: true,
  }),
  /** Whether the site has a contact form */
  contactFormEnabled: field.boolean({
    description: "Whether the site has a contact form",
    source: model,
    inferred: true,
  }),
  /** The id of the inbox that receives its emails */
  sendEmailsToInboxId: field.integer({
    description: "The id of the inbox that receives its emails",
    source: model,
    inferred: true,
  }),
  /** How readers log in */
  authenticationType: field.string({ description: "How readers log in", source: model, inferred: true }),
  /** The id of the way in which readers log in */
  authenticationTypeId: field.integer({
    description: "The id of the way in which readers log in",
    source: model,
    inferred: true,
  }),
  /** The format of articles, such as html or markdown */
  editMethod: field.string({
    description: "The format of articles, such as html or markdown",
    source: model,
    inferred: true,
  }),
}))

/** The type of {@link helpdocSites}. */
export interface HelpdocSitesSchema extends Schema<typeof schema.declarations> {}

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
export const helpdocSites: HelpdocSitesSchema = schema
