import { diagnostic } from "../../diagnostics/diagnostic.ts"
import { FilterError } from "../../diagnostics/filter-error.ts"
import { type Condition, type Filter, MAX_DEPTH } from "../../filter/filter.ts"
import { type ConditionFold, fold } from "../../filter/fold.ts"
import type { FieldTypeName } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { IMPLICIT_OPERATOR } from "../../schema/operators.ts"
import { canonicalDecimal } from "../../text/decimal.ts"
import type { SearchParams } from "../../text/search-params.ts"

/** The options of {@link stringify}. */
export interface StringifyOptions {
  /**
   * `"compact"` writes the shortest form: `{"id":5}`. `"explicit"` writes every operator, as Desk's official
   * Go client does: `{"id":{"$eq":5}}`. Default: `"compact"`.
   */
  readonly style?: "compact" | "explicit"
}

/**
 * Writes a filter as JSON text that parses to the same filter. Equal filters produce equal texts. Numbers and
 * date-times have the form that servers usually expect: `1000000000` and not `1e9`.
 *
 * @param filter a checked filter
 * @param options the style
 * @returns JSON without white space
 * @throws TypeError if the filter is not a checked filter
 * @throws FilterError `limit-exceeded` if the text would nest deeper than the parser allows
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{ "id": { "$gt": 5 }, "state": { "$eq": "active" } }')
 * stringify(filter) // '{"id":{"$gt":5},"state":"active"}'
 * stringify(filter, { style: "explicit" }) // '{"id":{"$gt":5},"state":{"$eq":"active"}}'
 * ```
 */
export function stringify(filter: Filter, options: StringifyOptions = {}): string {
  const { style = "compact" } = options
  const text = style === "explicit" ? explicit(filter) : compact(filter)
  if (nesting(text) <= MAX_DEPTH) return text
  const message = `The text of the filter would nest deeper than ${MAX_DEPTH} levels, which parseFilter rejects`
  const params = { limit: "maxTextDepth", maximum: MAX_DEPTH } as const
  throw new FilterError([diagnostic({ code: "limit-exceeded", message, params }, [])])
}

/** The options of {@link toSearchParams}. */
export interface ToSearchParamsOptions extends StringifyOptions {
  /**
   * The most characters of the encoded query, with the parameter's name: the length of `String(searchParams)`. All of them
   * are ASCII, so it counts bytes too. Servers refuse a long address; many accept 8,000 bytes. Default: no limit.
   */
  readonly maxLength?: number
  /** The name of the parameter. Default: `"filter"`. */
  readonly parameter?: string
}

/**
 * Makes the query parameters of a request, with the filter as `filter`.
 *
 * @param filter a checked filter
 * @param options the style, the name of the parameter, and how long the query may be
 * @returns search parameters that contain only the filter; you can add others
 * @throws TypeError if the filter is not a checked filter
 * @throws FilterError `limit-exceeded`, as in {@link stringify}, or if the query is longer than `maxLength`
 * @throws RangeError when `maxLength` is not a positive integer
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active"}')
 * const url = `customers.json?${toSearchParams(filter)}`
 * url // "customers.json?filter=%7B%22state%22%3A%22active%22%7D"
 * ```
 */
export function toSearchParams(filter: Filter, options: ToSearchParamsOptions = {}): SearchParams {
  const { maxLength, parameter = "filter", ...style } = options
  const params = new URLSearchParams({ [parameter]: stringify(filter, style) })
  if (maxLength !== undefined) assertLength(String(params).length, maxLength)
  return params
}

function assertLength(actual: number, maximum: number): void {
  if (!Number.isSafeInteger(maximum) || maximum < 1)
    throw new RangeError("maxLength must be a positive integer")
  if (actual <= maximum) return
  const message = `The query has ${actual} characters, more than ${maximum}`
  const params = { limit: "maxQueryLength", actual, maximum } as const
  const hint = "send the filter as the body of a request, or split its lists across several requests"
  throw new FilterError([diagnostic({ code: "limit-exceeded", message, params, hint }, [])])
}

/** One condition or one `$or`. Its text depends on the other members of the object. */
interface Member {
  readonly name: string
  readonly operator?: string
  readonly operand: string
}

/** The members of a filter. All of them must match. */
type Members = readonly Member[]

const compact = writer((operator, operand) => (operator === IMPLICIT_OPERATOR ? operand : undefined))
const explicit = writer(() => undefined)

/** @param bare returns the JSON for a field's only operator, or undefined if the operator must be written out */
/* @__NO_SIDE_EFFECTS__ */
function writer(bare: (operator: string, operand: string) => string | undefined): (filter: Filter) => string {
  const members: ConditionFold<Members> = {
    and: (operands) => operands.flat(),
    or: (operands) => [{ name: "$or", operand: `[${listed(operands.map(writeObject))}]` }],
    condition: (node) => [{ name: node.field.name, operator: node.operator, operand: writeOperand(node) }],
  }
  return (filter) => writeObject(fold(filter, members))

  /** Writes the members in order. A member whose name the object already has goes into the next object, inside an `$and`. */
  function writeObject(members: Members): string {
    const [first = [], ...more] = objectsOf(members)
    const texts = first.map(writeMember)
    if (more.length > 0) {
      texts.push(`"$and":[${listed(more.map((object) => `{${listed(object.map(writeMember))}}`))}]`)
    }
    return `{${listed(texts)}}`
  }

  function writeMember(operators: Members): string {
    const [{ name, operator, operand } = nothing, ...more] = operators
    const value =
      operator === undefined
        ? operand
        : ((more.length === 0 ? bare(operator, operand) : undefined) ?? writeOperators(operators))
    return `${JSON.stringify(name)}:${value}`
  }
}

/** The texts with commas between them. Engines append without copying; join would copy a text again at each level above it. */
function listed(texts: readonly string[]): string {
  return texts.length === 0 ? "" : texts.reduce((list, text) => `${list},${text}`)
}

const nothing: Member = { name: "", operand: "{}" }

function writeOperand(node: Condition): string {
  const write = writers[node.field.type]
  const writeOrNull = (value: Value | null) => (value === null ? "null" : write(value))
  return "values" in node ? `[${node.values.map(writeOrNull).join()}]` : writeOrNull(node.value)
}

function writeOperators(operators: Members): string {
  return `{${operators.map(({ operator, operand }) => `"${operator}":${operand}`).join()}}`
}

/** Divides the members into as few objects as possible without reordering them. In an object, the operators of a field are adjacent. */
function objectsOf(members: Members): Members[][] {
  const objects: Members[][] = []
  let names = new Map<string, Member[]>()
  let last: Member[] | undefined
  for (const member of members) {
    const same = names.get(member.name)
    if (same !== undefined && same === last && member.operator !== undefined && !has(same, member.operator)) {
      same.push(member)
      continue
    }
    if (same !== undefined || objects.length === 0) {
      names = new Map()
      objects.push([])
    }
    last = [member]
    names.set(member.name, last)
    objects.at(-1)?.push(last)
  }
  return objects
}

/** How deeply a JSON text nests objects and lists. */
function nesting(json: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const character = json[i]
    if (character === '"') inString = !inString
    else if (inString) i += character === "\\" ? 1 : 0
    else if (character === "{" || character === "[") deepest = Math.max(deepest, ++depth)
    else if (character === "}" || character === "]") depth--
  }
  return deepest
}

function has(members: Members, operator: string): boolean {
  return members.some((member) => member.operator === operator)
}

const asDigits = String
const asJson: (value: Value) => string = JSON.stringify

/** Writes a value of each type as JSON. */
const writers: Readonly<Record<FieldTypeName, (value: Value) => string>> = {
  // A bigint too.
  integer: asDigits,
  number: asJson,
  string: asJson,
  boolean: asJson,
  enum: asJson,
  datetime: asJson,
  reference: asDigits,
  opaque: asJson,
  uuid: asJson,
  decimal: writeDecimal,
  date: asJson,
}

/** A number, if programs that read the numbers of JSON as doubles write the same decimal again. Otherwise a string. */
function writeDecimal(value: Value): string {
  const text = String(value)
  return canonicalDecimal(String(Number(text))) === text ? text : `"${text}"`
}
