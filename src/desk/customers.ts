import { field } from "../schema/field-declarators.ts"
import { defineSchema } from "../schema/schema.ts"

/**
 * The customers of Teamwork Desk: the fields that the page of
 * `PATCH /desk/api/v2/customers/update.json` allows in a filter, and the relations by which Desk's
 * own clients filter. Only `id` is certain to have a value. Types are those of the customer's model in
 * Desk's reference page; the two values of `addMethod` are inferred from its description.
 *
 * @example
 * ```ts
 * parseFilter(customers, '{"contacts.value":"jane@example.com"}')
 * ```
 */
export const customers = defineSchema({
  id: field.integer({ nullable: false, description: "The customer's id" }),
  firstName: field.string(),
  lastName: field.string(),
  organization: field.string({ description: "The company's name, as the customer wrote it" }),
  verifiedEmail: field.boolean({ description: "Whether the customer has confirmed the email address" }),
  permission: field.enum(["own", "all"], {
    description: "Whose tickets the customer sees: own, or all of the company",
  }),
  addMethod: field.enum(["automatic", "manual"], {
    description: "How the customer joined the company: by its domain, or by an agent",
  }),
  linkedinURL: field.string(),
  facebookURL: field.string(),
  twitterHandle: field.string(),
  jobTitle: field.string(),
  phone: field.string(),
  mobile: field.string(),
  address: field.string(),
  externalId: field.string({ description: "The customer's id in another system" }),
  avatarURL: field.string(),
  trusted: field.boolean({ description: "Whether messages skip the spam check" }),
  welcomeEmailSent: field.boolean(),
  password: field.opaque({ description: "Can be asked for presence only" }),
  createdAt: field.datetime(),
  updatedAt: field.datetime(),
  deletedAt: field.datetime(),
  createdBy: field.reference("users"),
  updatedBy: field.reference("users"),
  state: field.string({ description: "active, deleted and the like; not an enum, as Desk adds states" }),
  companies: field.many({
    id: field.integer({ nullable: false }),
    name: field.string(),
  }),
  contacts: field.many({
    value: field.string({ description: "An email address, phone number and the like" }),
  }),
})
