import {
  type Field,
  type FieldTypeName,
  type Filter,
  operators,
  type Schema,
  safeParseFilter,
} from "desk-filter"
import { nullOperators, type Rule, type RuleGroup, type RuleValue } from "./rule-group.ts"

/** The filter of the rules, or what keeps them from being one. */
export type Built =
  | { readonly ok: true; readonly filter: Filter }
  | { readonly ok: false; readonly missing: readonly string[] }

/** The rules wrap the filter, so they nest a little deeper than its text. */
const limits = { maxDepth: 256, maxLength: 1_000_000, maxNodes: 10_000 }

/** Makes a filter of rules. It goes through the parser, so that it is checked. */
export function fromRuleGroup(schema: Schema, group: RuleGroup): Built {
  const missing: string[] = []
  const input = groupInput(schema, group, missing)
  if (missing.length > 0) return { ok: false, missing }
  const parsed = safeParseFilter(schema, input, { limits })
  return parsed.ok
    ? { ok: true, filter: parsed.filter as Filter }
    : { ok: false, missing: parsed.error.diagnostics.map(({ message }) => `${message}.`) }
}

function groupInput(schema: Schema, group: RuleGroup, missing: string[]): unknown {
  return {
    [`$${group.combinator}`]: group.rules.map((rule) =>
      "rules" in rule ? groupInput(schema, rule, missing) : ruleInput(schema, rule, missing),
    ),
  }
}

function ruleInput(schema: Schema, { field: name, operator, value }: Rule, missing: string[]): unknown {
  const field = schema.fields.get(name)
  if (field === undefined) {
    missing.push(`The schema has no field ${name}.`)
    return undefined
  }
  const forNull = nullOperators.get(operator)
  if (forNull !== undefined) return { [name]: { [forNull]: null } }
  const operand = takesList(operator) ? listOf(value) : scalarOf(value)
  const isMissing = Array.isArray(operand)
    ? operand.some((item) => item !== null && isUnwritten(field, item))
    : isUnwritten(field, operand)
  if (isMissing) {
    missing.push(`${name}: write a value.`)
    return undefined
  }
  const input = Array.isArray(operand)
    ? operand.map((item: string | null) => (item === null ? null : values[field.type](item)))
    : values[field.type](String(operand))
  return { [name]: { [operator]: input } }
}

/** Whether the operand of an operator is a list. */
export function takesList(operator: string): boolean {
  return Object.hasOwn(operators, operator) && operators[operator as "$in"].operand === "list"
}

/** The values of a rule as a list, also if another operator wrote one value. */
export function listOf(value: RuleValue): readonly (string | null)[] | null {
  return typeof value === "string" ? [value] : value
}

/** The value of a rule as one value, also if another operator wrote a list. */
export function scalarOf(value: RuleValue): string | null {
  if (value === null || typeof value === "string") return value
  return value.find((item) => item !== null) ?? null
}

/** An empty text is a value of a text. For other types, it is a value that is still to be written. */
function isUnwritten(field: Field, value: unknown): boolean {
  return value === null || (value === "" && !allowsEmpty[field.type])
}

const allowsEmpty: Readonly<Record<FieldTypeName, boolean>> = {
  integer: false,
  number: false,
  string: true,
  boolean: false,
  enum: true,
  datetime: false,
  reference: false,
  opaque: false,
  uuid: false,
  decimal: false,
  date: false,
}

const text = (written: string): unknown => written
const trimmed = (written: string): unknown => written.trim()

/** Ids may be beyond 2^53, so their digits stay a text. */
const values: Readonly<Record<FieldTypeName, (written: string) => unknown>> = {
  integer: trimmed,
  number: (written) => {
    const number = written.trim() === "" ? Number.NaN : Number(written)
    return Number.isFinite(number) ? number : written
  },
  string: text,
  boolean: (written) => (written === "true" ? true : written === "false" ? false : written),
  enum: text,
  datetime: trimmed,
  reference: trimmed,
  opaque: text,
  uuid: trimmed,
  decimal: trimmed,
  date: trimmed,
}
