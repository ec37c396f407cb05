import type { Field } from "../../schema/field.ts"
import type { Literal } from "../../syntax/literal.ts"
import { type Member, membersOf, scalarOf, type ValueNode } from "../../syntax/value-node.ts"
import { hasInstant } from "../../text/datetime.ts"

/** Reads what a member of MongoDB's Extended JSON wraps. */
type Unwrap = (literal: Literal) => Literal | undefined

const text: Unwrap = (literal) => (literal.kind === "string" ? literal : undefined)

const number: Unwrap = (literal) =>
  literal.kind === "string" &&
  /^-?(?:0|[1-9]\d{0,40})(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?$/.test(literal.value)
    ? { kind: "number", digits: literal.value }
    : undefined

const date: Unwrap = (literal) => {
  if (literal.kind !== "number") return text(literal)
  const date = new Date(Number(literal.digits))
  return hasInstant(date) ? { kind: "string", value: date.toISOString() } : undefined
}

/** MongoDB's Extended JSON: an object with one of these names stands for a value. */
export const WRAPPERS: Readonly<Record<string, Unwrap>> = {
  $date: date,
  $numberLong: number,
  $numberInt: number,
  $numberDouble: number,
  $numberDecimal: number,
  $oid: text,
  $uuid: text,
}

/** The value that an object stands for: in MongoDB's Extended JSON, or as the id of a related record. */
export function unwrapped(node: ValueNode, { resource }: Field): Literal | undefined {
  const members = membersOf(node) ?? []
  const [first] = members
  const id = resource === undefined ? undefined : members.find(({ name }) => name === "id")
  if (id !== undefined) return scalarOf(id.value)
  return first && members.length === 1 ? unwrappedMember(first) : undefined
}

/** The value that a member of Extended JSON stands for. */
export function unwrappedMember({ name, value }: Member): Literal | undefined {
  const unwrap = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined
  if (unwrap === undefined) return undefined
  const [inner, ...others] = membersOf(value) ?? []
  const literal = scalarOf(value) ?? (inner && others.length === 0 ? unwrappedMember(inner) : undefined)
  return literal && unwrap(literal)
}
