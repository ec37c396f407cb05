import type { Field } from "../../src/schema/field.ts"

/**
 * What conditions of other languages mean, written for itself: nothing here is shared with the translation that it checks.
 * A condition is true or false for a record. On a relation to many, it asks for ANY related record.
 */

/** Whether the values of a field satisfy something: all of a relation to many, or the only one. */
export type Holds = (values: readonly unknown[], field: Field) => boolean

type Json = unknown
type Members = Readonly<Record<string, Json>>

/** The meaning of an operator, of its operand and the operators beside it. Null if no filter can be right. */
type Meaning = (operand: never, members: Members) => Holds

const fold = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
const inForm = (value: unknown, { caseSensitive, type }: Field) => {
  if (value === null || value === undefined) return null
  if (type === "datetime") return Date.parse(String(value))
  if (type === "reference") return Number((value as { id?: unknown }).id ?? value)
  return typeof value === "string" && !caseSensitive ? fold(value) : value
}

function compare(a: unknown, b: unknown): number {
  if (typeof a !== "string" || typeof b !== "string") return Number(a) - Number(b)
  const [x, y] = [a, b].map((text) => Array.from(text, (character) => character.codePointAt(0) ?? 0))
  const at = (x ?? []).findIndex((point, i) => point !== y?.[i])
  return at < 0 ? (x?.length ?? 0) - (y?.length ?? 0) : (x?.[at] ?? 0) - (y?.[at] ?? -1)
}

const some =
  (test: (value: unknown, operand: unknown) => boolean) =>
  (operand: unknown): Holds =>
  (values, field) =>
    values.some((value) => test(inForm(value, field), inForm(operand, field)))

const ordered = (holds: (order: number) => boolean) =>
  some((value, operand) => value !== null && holds(compare(value, operand)))

const not =
  (holds: Holds): Holds =>
  (values, field) =>
    !holds(values, field)
const all =
  (parts: readonly Holds[]): Holds =>
  (values, field) =>
    parts.every((holds) => holds(values, field))
const any =
  (parts: readonly Holds[]): Holds =>
  (values, field) =>
    parts.some((holds) => holds(values, field))

const equal = some((value, operand) => value === operand)
const among = (list: readonly unknown[]) => any(list.map(equal))
const present = some((value) => value !== null)
const text = (test: (value: string, operand: string) => boolean) =>
  some((value, operand) => typeof value === "string" && test(value, String(operand)))
const ignoringCase = (test: (value: string, operand: string) => boolean) =>
  text((value, operand) => test(value.toLowerCase(), operand.toLowerCase()))

const inOneRow =
  (holds: Holds): Holds =>
  (values, field) =>
    values.some((value) => holds([value], field))

/** Desk's own operators. */
export const native: Readonly<Record<string, (operand: never) => Holds>> = {
  $eq: equal,
  $ne: (operand) => not(equal(operand)),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $in: among,
  $nin: (list) => not(among(list)),
  $contains: text((value, part) => value.includes(part)),
}

export const texts: Readonly<Record<string, (value: string, operand: string) => boolean>> = {
  eq: (value, operand) => value === operand,
  contains: (value, operand) => value.includes(operand),
  startswith: (value, operand) => value.startsWith(operand),
  endswith: (value, operand) => value.endsWith(operand),
  like: (value, pattern) => new RegExp(`^${pattern.replace(/\\?./gsu, likePart)}$`, "su").test(value),
}

function likePart(part: string): string {
  if (part === "%") return ".*"
  return part === "_" ? "." : part.slice(-1).replace(/[$()*+.?[\\\]^{|}]/, "\\$&")
}

/** The other names, as the translation knows them. Undefined: no filter means the same. */
export const foreign: Readonly<Record<string, Meaning | undefined>> = {
  all: (list: readonly unknown[]) => (list.length === 0 ? any([]) : all(list.map(equal))),
  exists: (flag: boolean) => (flag ? present(null) : not(present(null))),
  null: (flag: boolean) => (flag ? not(present(null)) : present(null)),
  isnull: (flag: boolean) => (flag ? not(present(null)) : present(null)),
  regex: (source: string, { $options = "" }) => {
    const flags = `u${$options}`
    return (values, field) =>
      values.some(
        (value) =>
          typeof value === "string" &&
          (field.caseSensitive
            ? new RegExp(source, flags).test(value)
            : new RegExp(fold(source), flags).test(fold(value))),
      )
  },
  between: ([from, to]: readonly unknown[]) => inOneRow(meaningOf({ $gte: from, $lte: to })),
  elemmatch: (members: Members) => inOneRow(meaningOf(members)),
  some: (members: Members) => inOneRow(meaningOf(members)),
  none: (members: Members) => not(inOneRow(meaningOf(members))),
  options: undefined,
  every: undefined,
  size: undefined,
  search: undefined,
  text: undefined,
  comment: undefined,
}

export const joins: Readonly<Record<string, (parts: readonly Holds[]) => Holds>> = {
  and: all,
  or: any,
  nor: (parts) => not(any(parts)),
  not: (parts) => not(any(parts)),
}

export const aliases: Readonly<Record<string, string>> = {
  equals: "$eq",
  equal: "$eq",
  is: "$eq",
  neq: "$ne",
  noteq: "$ne",
  notequal: "$ne",
  notequals: "$ne",
  isnot: "$ne",
  le: "$lte",
  ge: "$gte",
  lessthan: "$lt",
  before: "$lt",
  lessthanorequal: "$lte",
  greaterthan: "$gt",
  after: "$gt",
  greaterthanorequal: "$gte",
  notin: "$nin",
  includes: "$contains",
  "=": "$eq",
  "==": "$eq",
  "!=": "$ne",
  "<>": "$ne",
  "<": "$lt",
  "<=": "$lte",
  ">": "$gt",
  ">=": "$gte",
  substring: "$contains",
}

/** What a value or the operators of a field mean. Throws if it is nothing that a filter can say. */
export function meaningOf(condition: Json): Holds {
  if (typeof condition !== "object" || condition === null) return equal(condition)
  const members = condition as Members
  return all(Object.entries(members).map(([name, operand]) => operatorMeaning(name, operand, members)))
}

/** What an object of conditions means for a record, whose values a function finds by the name of their field. */
export function filterMeaning(
  filter: Members,
  valuesOf: (name: string) => readonly [values: readonly unknown[], field: Field] | undefined,
): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    const found = valuesOf(name)
    if (found !== undefined) return meaningOf(condition)(...found)
    const parts = [condition].flat().map((part) => filterMeaning(part as Members, valuesOf))
    const join = joins[name.toLowerCase().replace("$", "")]
    if (join === undefined) throw new NoMeaning(name)
    return join(parts.map((part) => () => part))([], undefined as unknown as Field)
  })
}

/** Thrown for what no filter can say. */
export class NoMeaning extends Error {}

function operatorMeaning(name: string, operand: Json, members: Members): Holds {
  const own = native[name]
  if (own !== undefined) return own(operand as never)
  const plain = name.toLowerCase().replace(/[$_]/g, "")
  const operator = aliases[plain] ?? (native[`$${plain}`] && `$${plain}`)
  if (operator !== undefined) return operatorMeaning(operator, operand, members)
  const join = joins[plain]
  if (join !== undefined) return join((Array.isArray(operand) ? operand : [operand]).map(meaningOf))
  if (plain === "options") return all([])
  if (plain === "nei") return not(operatorMeaning("eqi", operand, members))
  const meaning = foreign[plain]
  if (meaning !== undefined) return meaning(operand as never, members)
  const caseless =
    /^(?:i(eq|contains|startswith|endswith|like)|(eq|contains|startswith|endswith|like)i)$/.exec(plain)
  const exactText = texts[plain]
  const textName = caseless?.[1] ?? caseless?.[2]
  if (exactText !== undefined) return text(exactText)(operand)
  if (textName !== undefined) return ignoringCase(texts[textName] as never)(operand)
  const positive = plain.replace(/^(?:is)?n(?:ot)?/, "")
  if (positive === plain) throw new NoMeaning(name)
  return not(operatorMeaning(positive, operand, members))
}
