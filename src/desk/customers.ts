import { field } from "../schema/field-declarators.ts"
import { defineSchema } from "../schema/schema.ts"

const source = "https://apidocs.teamwork.com/docs/desk/v2/customers/patch-v2-customers-update-json"
const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/customers.go"

/**
 * The customers of Teamwork Desk: the fields that the page of
 * `PATCH /desk/api/v2/customers/update.json` allows in a filter, and the relations by which Desk's
 * own clients filter. Only `id` is certain to have a value. Types are those of the customer's model in
 * Desk's reference page; the two values of `addMethod` are inferred from its description, and the types of
 * the relations from the clients.
 *
 * @example
 * ```ts
 * parseFilter(customers, '{"contacts.value":"jane@example.com"}')
 * ```
 */
export const customers = defineSchema({
  id: field.integer({ nullable: false, description: "The customer's id", source }),
  firstName: field.string({ description: "The given name", source }),
  lastName: field.string({ description: "The family name", source }),
  organization: field.string({ description: "The company's name, as the customer wrote it", source }),
  verifiedEmail: field.boolean({
    description: "Whether the customer has confirmed the email address",
    source,
  }),
  permission: field.enum(["own", "all"], {
    description: "Whose tickets the customer sees: own, or all of the company",
    source,
  }),
  addMethod: field.enum(["automatic", "manual"], {
    description: "How the customer joined the company: by its domain, or by an agent",
    source,
    inferred: true,
  }),
  linkedinURL: field.string({ description: "The address of the LinkedIn page", source }),
  facebookURL: field.string({ description: "The address of the Facebook page", source }),
  twitterHandle: field.string({ description: "The name on Twitter", source }),
  jobTitle: field.string({ description: "The job title", source }),
  phone: field.string({ description: "The phone number, as text", source }),
  mobile: field.string({ description: "The mobile number, as text", source }),
  address: field.string({ description: "The postal address, as text", source }),
  externalId: field.string({ description: "The customer's id in another system", source }),
  avatarURL: field.string({ description: "The address of the picture", source }),
  trusted: field.boolean({ description: "Whether messages skip the spam check", source }),
  welcomeEmailSent: field.boolean({ description: "Whether the welcome email has been sent", source }),
  password: field.opaque({ description: "Can be asked for presence only", source }),
  createdAt: field.datetime({ description: "When the customer was made", source }),
  updatedAt: field.datetime({ description: "When it was last changed; deleting it is no change", source }),
  deletedAt: field.datetime({ description: "When it was deleted", source }),
  createdBy: field.reference("users", { description: "Who made it", source }),
  updatedBy: field.reference("users", { description: "Who changed it last", source }),
  state: field.string({
    description: "active, deleted and the like; not an enum, as Desk adds states",
    source,
  }),
  companies: field.many({
    id: field.integer({
      nullable: false,
      description: "The id of a company that the customer belongs to",
      source: client,
      inferred: true,
    }),
    name: field.string({ description: "The name of such a company", source: client, inferred: true }),
  }),
  contacts: field.many({
    value: field.string({
      description: "An email address, phone number and the like",
      source: client,
      inferred: true,
    }),
  }),
})
