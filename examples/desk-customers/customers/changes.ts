import { defineSchema, field, parseFilter } from "desk-filter"
import { pick } from "desk-filter/builder"
import { customers } from "desk-filter/desk"
import type { Updateable } from "kysely"
import type { CustomerTable } from "../database/tables.ts"
import type { Source } from "../http/errors.ts"
import type { Mistakes } from "../http/mistakes.ts"
import { columns } from "./mapping.ts"
import { hashPassword } from "./password.ts"

/** The properties that an update may set, with the types that they have in filters. */
export const writable = defineSchema({
  ...pick(
    customers,
    "firstName",
    "lastName",
    "organization",
    "permission",
    "linkedinURL",
    "facebookURL",
    "twitterHandle",
    "jobTitle",
    "phone",
    "mobile",
    "address",
    "externalId",
    "avatarURL",
    "trusted",
    "welcomeEmailSent",
    "state",
  ).declarations,
  password: field.string({ description: "The server stores only a hash of it" }),
})

/** Properties that no request may set, because the server derives them. */
const READ_ONLY: readonly string[] = [
  "id",
  "addMethod",
  "verifiedEmail",
  "numTickets",
  "createdAt",
  "updatedAt",
  "deletedAt",
  "createdBy",
  "updatedBy",
]

/** The maximum length of a property's new value, in UTF-16 units. The server limits the body too. */
const MAX_LENGTH = 100_000

/** The new values, by property. */
export type Changes = Readonly<Record<string, string | boolean | null>>

/** Reads the properties of a body. Each value follows the rules of its type in a filter. */
export function readChanges(body: Readonly<Record<string, unknown>>, mistakes: Mistakes): Changes {
  const changes = Object.entries(body).flatMap(([name, value]) => {
    if (mistakes.areEnough) return []
    const pointer = `/${name.slice(0, 60).replaceAll("~", "~0").replaceAll("/", "~1")}`
    const source = { pointer, path: [name.slice(0, 60)] }
    if (READ_ONLY.includes(name)) {
      mistakes.report(source, "read-only", `${name} cannot be set`, "leave it out")
      return []
    }
    if (!writable.fields.has(name)) {
      const quoted = JSON.stringify(name.slice(0, 60))
      const known = [...writable.fields.keys()].join(", ")
      mistakes.report(
        source,
        "unknown-property",
        `There is no property ${quoted} to set`,
        `use one of ${known}`,
      )
      return []
    }
    const known = changeOf(name, value, source, mistakes)
    return known === undefined ? [] : [[name, known] as const]
  })
  return Object.fromEntries(changes)
}

/** The value of a property; undefined if it is a mistake. */
function changeOf(
  name: string,
  value: unknown,
  source: Source,
  mistakes: Mistakes,
): string | boolean | null | undefined {
  // The parser would describe these as parts of a filter.
  if (typeof value === "object" && value !== null) {
    const found = Array.isArray(value) ? "a list" : "an object"
    mistakes.report(source, "type-mismatch", `Field ${name} expects a value, not ${found}`)
    return undefined
  }
  if (typeof value === "string" && value.length > MAX_LENGTH) {
    mistakes.report(source, "limit-exceeded", `Field ${name} is longer than ${MAX_LENGTH} characters`)
    return undefined
  }
  const equal = mistakes.read(source, undefined, () =>
    parseFilter(writable, { [name]: { $eq: value } }, { limits: { maxLength: 2 * MAX_LENGTH } }),
  )
  return equal?.kind === "compare" ? (equal.value as string | boolean | null) : undefined
}

/** The changes in the form that the queue stores: a hash replaces the password. */
export async function withoutSecrets(changes: Changes): Promise<Changes> {
  const { password } = changes
  return typeof password === "string" ? { ...changes, password: await hashPassword(password) } : changes
}

/** The new values, by column. */
export function columnsOf(changes: Changes): Updateable<CustomerTable> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [columns[name as keyof typeof columns], value]),
  )
}
