import { field } from "../schema/field-declarators.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/customers/patch-v2-customers-update-json"
const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/customers.go"

/**
 * The customers of Teamwork Desk. The fields are those that the page of
 * `PATCH /desk/api/v2/customers/update.json` allows in a filter, and the relations that Desk's own clients
 * filter by. Only `id` always has a value. The types are from the customer's model on Desk's reference page. The
 * two values of `addMethod` are inferred from its description. The types of the relations are inferred from the clients.
 *
 * @example
 * ```ts
 * parseFilter(customers, '{"contacts.value":"jane@example.com"}')
 * ```
 */
export const customers = /* @__PURE__ */ resource(() => ({
  id: field.integer({ nullable: false, description: "The customer's id", source }),
  firstName: field.string({ description: "The given name", source }),
  lastName: field.string({ description: "The family name", source }),
  organization: field.string({ description: "The company's name, as entered by the customer", source }),
  verifiedEmail: field.boolean({
    description: "Whether the customer has confirmed the email address",
    source,
  }),
  permission: field.enum(["own", "all"], {
    description: "Which tickets the customer sees: own, or all of the company",
    source,
  }),
  addMethod: field.enum(["automatic", "manual"], {
    description: "How the customer joined the company: automatic by its domain, or manual by an agent",
    source,
    inferred: true,
  }),
  linkedinURL: field.string({ description: "The URL of the LinkedIn page", source }),
  facebookURL: field.string({ description: "The URL of the Facebook page", source }),
  twitterHandle: field.string({ description: "The name on Twitter", source }),
  jobTitle: field.string({ description: "The job title", source }),
  phone: field.string({ description: "The phone number, as free text", source }),
  mobile: field.string({ description: "The mobile number, as free text", source }),
  address: field.string({ description: "The postal address, as free text", source }),
  externalId: field.string({ description: "The customer's id in another system", source }),
  avatarURL: field.string({ description: "The URL of the picture", source }),
  trusted: field.boolean({ description: "Whether messages skip the spam check", source }),
  welcomeEmailSent: field.boolean({ description: "Whether the welcome email has been sent", source }),
  password: field.opaque({ description: "A filter can test only whether there is a password", source }),
  createdAt: field.datetime({ description: "When the customer was created", source }),
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  createdBy: field.reference("users", { description: "The user who created it", source }),
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  state: field.string({
    description: "Such as active or deleted; a string, because Desk may add states",
    source,
  }),
  companies: field.many({
    id: field.integer({
      nullable: false,
      description: "The id of a company that the customer belongs to",
      source: client,
      inferred: true,
    }),
    name: field.string({
      description: "The name of a company that the customer belongs to",
      source: client,
      inferred: true,
    }),
  }),
  contacts: field.many({
    value: field.string({
      description: "An email address, a phone number or another contact detail",
      source: client,
      inferred: true,
    }),
  }),
}))
