import {
  defineSchema,
  type Field,
  type FieldTypeName,
  field as fields,
  operators,
  parseFilter,
} from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"
import type { Constant } from "./world.ts"

type Values = readonly unknown[]

/**
 * The constants cut the values of a field into cells: null, each constant, and what lies between them. These are
 * values of a record, one from each cell that is not empty.
 */
export function cellsOf(field: Field, constants: readonly Constant[]): Values {
  const values = representatives[field.type](constants, field)
  // A field that a related record must have is null only where that record is missing.
  const all = field.nullable && !field.required ? [null, ...values] : values
  const answersFor = answersOf(field, constants)
  return [...new Map(all.map((value) => [answersFor(value), value])).values()]
}

/** What the conditions that compare the field with one constant say of a value. Values of one cell have the same answers. */
function answersOf(field: Field, constants: readonly Constant[]): (value: unknown) => string {
  const { type, caseSensitive, values = [], resource = "" } = field
  const declared = {
    ...fields[type as "string"]({ operators: field.operators as [] }),
    values,
    resource,
    caseSensitive,
  }
  const schema = defineSchema({ x: declared })
  const predicates = field.operators.flatMap((operator) =>
    [...constants, ...(operators[operator].nullable ? [null] : [])].map((constant) => {
      const operand = operators[operator].operand === "list" ? [constant] : constant
      return toPredicate(parseFilter(schema, { x: { [operator]: operand } } as never))
    }),
  )
  return (x) => predicates.map((matches) => Number(matches({ x } as never))).join("")
}

/** Written without the library, so that one mistake cannot hide another. */
const representatives: Readonly<
  Record<FieldTypeName, (constants: readonly Constant[], field: Field) => Values>
> = {
  // The neighbours of a value lie in the cells beside it. If a cell is empty, its neighbour is another constant.
  integer: (constants) =>
    neighbours(constants.map(BigInt), 1n)
      .filter((value) => BigInt.asIntN(64, value) === value)
      .map(String),
  number: (constants) => between(constants.map(Number)),
  // The least text above another one has U+0000 after it: a record may hold it, although a filter may not.
  string: (constants, { operators }) => [
    "",
    ...constants.flatMap((text) => [text, `${text}\0`]),
    ...(operators.includes("$contains") ? textsInside(constants.map(String)) : []),
  ],
  boolean: () => [false, true],
  // A record may hold a value that the schema does not list.
  enum: (_, { values = [] }) => [...values, "unlisted"],
  datetime: (constants) => {
    const instants = constants.map((text) => nanoseconds(String(text)))
    return neighbours(instants, 1n)
      .filter((instant) => instant >= FIRST_INSTANT && instant <= LAST_INSTANT)
      .map(datetimeOf)
  },
  reference: (constants) => [...constants, 987_654_321],
  opaque: () => ["something"],
  uuid: (constants) => [...constants, "99999999-9999-4999-8999-999999999999"],
  decimal: (constants) => between(constants.map(Number)).map(String),
  date: (constants) => {
    const days = constants.map((text) => BigInt(Date.parse(String(text))))
    return neighbours(days, 86_400_000n)
      .map((day) => new Date(Number(day)).toISOString().slice(0, 10))
      .filter((day) => /^\d{4}-/.test(day))
  },
}

function neighbours(values: readonly bigint[], step: bigint): readonly bigint[] {
  return [0n, ...values.flatMap((value) => [value - step, value, value + step])]
}

/** The values, one between each two of them, and one beyond each end, which is far away if the end is large. */
function between(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const [first = 0] = sorted
  const beyond = (value: number) => Math.abs(value) + 1
  return [
    first - beyond(first),
    ...sorted.flatMap((value, i) => [value, (value + (sorted[i + 1] ?? value + 2 * beyond(value))) / 2]),
  ]
}

/**
 * With $contains, a field has more cells than its order. These texts are in them: something at, before or after a constant,
 * and then other constants, apart or not. And all short texts of their letters.
 */
function textsInside(constants: readonly string[]): readonly string[] {
  const around = (text: string) => [text, `${text}\0`, `${text}!`, `${text}~`, afterPrefix(text)]
  const starts = ["", "!", "~", ...constants.filter((text) => text !== "").flatMap(around)]
  const pairs = constants.flatMap((a) => constants.flatMap((b) => [a + b, `${a}!${b}`]))
  const triples = pairs.flatMap((pair) => constants.map((text) => pair + text))
  const letters = new Set(constants.flatMap((text) => [...text]))
  return [
    ...starts.flatMap((start) => ["", ...constants, ...pairs, ...triples].map((end) => start + end)),
    ...textsOf([...letters, "!"], 4),
  ]
}

/** The text with the next letter in place of the last one. */
function afterPrefix(text: string): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1)
}

/** All texts of these letters up to a length. */
function textsOf(letters: readonly string[], length: number): readonly string[] {
  if (length === 0) return [""]
  return ["", ...textsOf(letters, length - 1).flatMap((text) => letters.map((letter) => text + letter))]
}

const FIRST_INSTANT = nanoseconds("0000-01-01T00:00:00Z")
const LAST_INSTANT = nanoseconds("9999-12-31T23:59:59.999999999Z")

function nanoseconds(text: string): bigint {
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? ""
  return BigInt(Date.parse(text.replace(`.${fraction}`, ""))) * 1_000_000n + BigInt(fraction.padEnd(9, "0"))
}

function datetimeOf(instant: bigint): string {
  const fraction = ((instant % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n
  const seconds = new Date(Number((instant - fraction) / 1_000_000n)).toISOString().slice(0, 19)
  return `${seconds}.${String(fraction).padStart(9, "0")}Z`
}
