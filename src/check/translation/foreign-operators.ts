import { and } from "../../filter/filter.ts"
import { fieldOperatorOf, type Operator } from "../../schema/operators.ts"
import { itemsOf, type Member, membersOf, scalarOf, type ValueNode } from "../../syntax/value-node.ts"
import { opposite } from "./negation.ts"
import type { OnField } from "./on-field.ts"
import { inOneRow, notInOneRow } from "./one-row.ts"
import { likePattern, matching, orSubstring, regexPattern, type TextPattern } from "./text-pattern.ts"
import { andThen, joined, joinedEach, type Translation } from "./translation.ts"

export const NO_EVERY = "no filter says that all related records satisfy a condition"

/** An operator of another language, as it was used. */
export interface Use {
  readonly on: OnField
  readonly operand: ValueNode
  /** All operators of the field, this one included. */
  readonly members: readonly Member[]
  /** Translates a value or operators of the field. */
  readonly read: (value: ValueNode) => Translation
}

/** Translates an operator to a filter of the same meaning, or says why no filter has it. */
type Translate = (use: Use) => Translation

/** The name of an operator as all languages spell it: `$startsWith`, `_starts_with` and `STARTS_WITH` are alike. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[$_\s-]/g, "")
}

/** Other names of Desk's operators. */
export const ALIASES: Readonly<Record<string, Operator>> = {
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

/** Desk's operator that another language, or a slip, calls by this name. */
export function renamedOperator(name: string): Operator | undefined {
  const plain = plainName(name)
  return fieldOperatorOf(`$${plain}`) ?? (Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : undefined)
}

/** The operators on texts, each with the pattern that its operand means. `not` may precede the name, and `i` for any case. */
export const TEXT_OPERATORS: Readonly<Record<string, (text: string) => TextPattern | undefined>> = {
  eq: (text) => ({ text }),
  contains: (text) => ({ text, before: true, after: true }),
  startswith: (text) => ({ text, after: true }),
  endswith: (text) => ({ text, before: true }),
  like: likePattern,
}

/** The other operators of other languages that are used inside of a field. `not` may precede the name. */
export const FOREIGN_OPERATORS: Readonly<Record<string, Translate>> = {
  all({ on, operand }) {
    const items = itemsOf(operand)
    if (items === undefined) return "it takes a list of values"
    // In MongoDB, an empty list matches nothing.
    if (items.length === 0) return on.test("$in", operand)
    return joinedEach(and, items, (item) => on.test("$eq", item))
  },
  exists: ({ on, operand }) => presence(on, flagOf(operand)),
  null: ({ on, operand }) => presence(on, not(flagOf(operand))),
  isnull: ({ on, operand }) => presence(on, not(flagOf(operand))),
  regex: ({ on, operand, members }) => {
    const options = members.find(({ name }) => plainName(name) === "options")
    const flags = options === undefined ? "" : textOf(options.value)
    return matchText(on, operand, (text) => (flags === undefined ? undefined : regexPattern(text, flags)))
  },
  options: () => "it belongs to $regex, which no filter has",
  between({ on, operand }) {
    const [from, to, ...rest] = itemsOf(operand) ?? []
    if (from === undefined || to === undefined || rest.length > 0) return "it takes a list of two values"
    return on.isMany ? notInOneRow() : joined(and, [on.test("$gte", from), on.test("$lte", to)])
  },
  elemmatch: inSomeRow,
  some: inSomeRow,
  none: (use) => opposite(inSomeRow(use)),
  every: () => NO_EVERY,
  size: () => "no filter counts related records",
  search: ({ on }) => `a filter has no full-text search${orSubstring(on)}`,
  text: ({ on }) => `a filter has no full-text search${orSubstring(on)}`,
  comment: () => "leave it out",
}

/** The translation of an operator with this name, if another language has one. */
export function foreignOperator(name: string): Translate | undefined {
  const plain = plainName(name)
  const positive = plain === "nei" ? "eqi" : plain.replace(/^(?:is)?n(?:ot)?/, "")
  const negated = positive === plain ? undefined : positiveOperator(positive)
  return positiveOperator(plain) ?? (negated && ((use: Use) => opposite(negated(use))))
}

const TEXT_FORM = /^(i?)(eq|contains|startswith|endswith|like)(i?)$/

function positiveOperator(plain: string): Translate | undefined {
  if (Object.hasOwn(FOREIGN_OPERATORS, plain)) return FOREIGN_OPERATORS[plain]
  const [, before = "", operator = "", after = ""] = TEXT_FORM.exec(plain) ?? []
  const pattern = Object.hasOwn(TEXT_OPERATORS, operator) ? TEXT_OPERATORS[operator] : undefined
  return pattern && (({ on, operand }) => matchText(on, operand, pattern, before + after !== ""))
}

function matchText(
  on: OnField,
  operand: ValueNode,
  patternOf: (text: string) => TextPattern | undefined,
  ignoresCase?: boolean,
): Translation {
  const text = textOf(operand)
  if (text === undefined) return "it takes a string"
  const pattern = patternOf(text)
  if (pattern === undefined) return `a filter has no patterns${orSubstring(on)}`
  return matching(on, ignoresCase ? { ...pattern, ignoresCase } : pattern)
}

function inSomeRow({ on, operand, read }: Use): Translation {
  if (!on.isMany) return "it is for a relation to many: write the operators without it"
  const members = membersOf(operand) ?? []
  return members.length > 1 ? notInOneRow() : andThen(read(operand), (filter) => inOneRow(on.schema, filter))
}

function presence(on: OnField, isPresent: boolean | undefined): Translation {
  if (isPresent === undefined) return "it takes true or false"
  return isPresent ? on.hasValue() : on.hasNoValue()
}

function flagOf(node: ValueNode): boolean | undefined {
  const scalar = scalarOf(node)
  if (scalar?.kind === "boolean") return scalar.value
  // MongoDB takes 1 for true.
  return scalar?.kind === "number" ? Number(scalar.digits) !== 0 : undefined
}

function not(flag: boolean | undefined): boolean | undefined {
  return flag === undefined ? undefined : !flag
}

function textOf(node: ValueNode): string | undefined {
  const scalar = scalarOf(node)
  return scalar?.kind === "string" ? scalar.value : undefined
}
