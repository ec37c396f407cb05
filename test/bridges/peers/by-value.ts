import { people } from "../../conformance/people.ts"

/**
 * A query or a document with texts in place of the integers. MongoDB compares numbers by value. mingo does not compare a
 * bigint with a number, but the order of these texts is that of the integers.
 *
 * @param path the path of the field that has the value
 */
export function integersByValue<Value extends object>(value: Value): Value
export function integersByValue(value: unknown, path?: string): unknown
export function integersByValue(value: unknown, path = ""): unknown {
  if (typeof value === "bigint" || typeof value === "number")
    return people.fields.get(path)?.type === "integer" ? ordinal(value) : value
  if (Array.isArray(value)) return value.map((item) => integersByValue(item, path))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, integersByValue(member, pathOf(path, name))]),
  )
}

/** An operator of MongoDB is a test of the same field. */
function pathOf(path: string, name: string): string {
  if (name.startsWith("$")) return path
  return path === "" ? name : `${path}.${name}`
}

/** An export may round an integer up to 2^63. */
const ordinal = (value: number | bigint) => String(BigInt(value) + 2n ** 63n).padStart(20, "0")
