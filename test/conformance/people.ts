import { defineSchema, type FieldTypeName, field } from "../../src/index.ts"

/** A schema with a field of every type and with both kinds of relation. */
export const people = defineSchema({
  id: field.integer({ nullable: false }),
  count: field.integer(),
  score: field.number(),
  name: field.string(),
  label: field.string({ caseSensitive: false }),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  seenAt: field.datetime(),
  owner: field.reference("users"),
  secret: field.opaque(),
  ref: field.uuid(),
  price: field.decimal(),
  born: field.date(),
  tags: field.many({
    name: field.string(),
    label: field.string({ caseSensitive: false }),
    rank: field.integer(),
    at: field.datetime(),
    ref: field.uuid(),
    due: field.date(),
  }),
  company: field.one({ name: field.string(), size: field.integer({ nullable: false }) }),
})

type Declarations = (typeof people)["declarations"]
type TypeInPeople = Extract<Declarations[keyof Declarations], { readonly nullable: boolean }>["type"]
type TypeNotInPeople = Exclude<FieldTypeName, TypeInPeople>

/** A compile error here names the field types that people does not have. */
export const everyTypeIsInPeople: [TypeNotInPeople] extends [never] ? true : TypeNotInPeople = true

/** A record in the form of Desk's API. A missing property is null. */
export interface Person {
  readonly id: number
  readonly count?: number | string | null
  readonly score?: number | null
  readonly name?: string | null
  readonly label?: string | null
  readonly active?: boolean | null
  readonly role?: string | null
  readonly seenAt?: string | null
  readonly owner?: { readonly id: number; readonly type: "users" } | number | null
  readonly secret?: string | null
  readonly ref?: string | null
  readonly price?: number | string | null
  readonly born?: string | null
  readonly tags?: readonly Tag[]
  readonly company?: Company | null
}

export interface Tag {
  readonly name?: string | null
  readonly label?: string | null
  readonly rank?: number | string | null
  readonly at?: string | null
  readonly ref?: string | null
  readonly due?: string | null
}

export interface Company {
  readonly name?: string | null
  readonly size: number | string
}
