import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { resource } from "./resource.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/customers/patch-v2-customers-update-json"
const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/customers.go"

const schema = /* @__PURE__ */ resource(() => ({
  /** The customer's id */
  id: field.integer({ nullable: false, description: "The customer's id", source }),
  /** The given name */
  firstName: field.string({ description: "The given name", source }),
  /** The family name */
  lastName: field.string({ description: "The family name", source }),
  /** The company's name, as entered by the customer */
  organization: field.string({ description: "The company's name, as entered by the customer", source }),
  /** Whether the customer has confirmed the email address */
  verifiedEmail: field.boolean({
    description: "Whether the customer has confirmed the email address",
    source,
  }),
  /** Which tickets the customer sees: own, or all of the company */
  permission: field.enum(["own", "all"], {
    description: "Which tickets the customer sees: own, or all of the company",
    source,
  }),
  /** How the customer joined the company: automatic by its domain, or manual by an agent */
  addMethod: field.enum(["automatic", "manual"], {
    description: "How the customer joined the company: automatic by its domain, or manual by an agent",
    source,
    inferred: true,
  }),
  /** The URL of the LinkedIn page */
  linkedinURL: field.string({ description: "The URL of the LinkedIn page", source }),
  /** The URL of the Facebook page */
  facebookURL: field.string({ description: "The URL of the Facebook page", source }),
  /** The name on Twitter */
  twitterHandle: field.string({ description: "The name on Twitter", source }),
  /** The job title */
  jobTitle: field.string({ description: "The job title", source }),
  /** The phone number, as free text */
  phone: field.string({ description: "The phone number, as free text", source }),
  /** The mobile number, as free text */
  mobile: field.string({ description: "The mobile number, as free text", source }),
  /** The postal address, as free text */
  address: field.string({ description: "The postal address, as free text", source }),
  /** The customer's id in another system */
  externalId: field.string({ description: "The customer's id in another system", source }),
  /** The URL of the picture */
  avatarURL: field.string({ description: "The URL of the picture", source }),
  /** Whether messages skip the spam check */
  trusted: field.boolean({ description: "Whether messages skip the spam check", source }),
  /** Whether the welcome email has been sent */
  welcomeEmailSent: field.boolean({ description: "Whether the welcome email has been sent", source }),
  /** A filter can test only whether there is a password */
  password: field.opaque({ description: "A filter can test only whether there is a password", source }),
  /** When the customer was created */
  createdAt: field.datetime({ description: "When the customer was created", source }),
  /** When it was last changed, not counting deletion */
  updatedAt: field.datetime({ description: "When it was last changed, not counting deletion", source }),
  /** When it was deleted */
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  /** The user who created it */
  createdBy: field.reference("users", { description: "The user who created it", source }),
  /** The user who last changed it */
  updatedBy: field.reference("users", { description: "The user who last changed it", source }),
  /** Such as active or deleted; a string, because Desk may add states */
  state: field.string({
    description: "Such as active or deleted; a string, because Desk may add states",
    source,
  }),
  companies: field.many({
    /** The id of a company that the customer belongs to */
    id: field.integer({
      nullable: false,
      description: "The id of a company that the customer belongs to",
      source: client,
      inferred: true,
    }),
    /** The name of a company that the customer belongs to */
    name: field.string({
      description: "The name of a company that the customer belongs to",
      source: client,
      inferred: true,
    }),
  }),
  contacts: field.many({
    /** An email address, a phone number or another contact detail */
    value: field.string({
      description: "An email address, a phone number or another contact detail",
      source: client,
      inferred: true,
    }),
  }),
}))

/** The type of {@link customers}. */
export interface CustomersSchema extends Schema<typeof schema.declarations> {}

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
export const customers: CustomersSchema = schema
