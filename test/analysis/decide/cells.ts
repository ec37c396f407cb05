import type { Field, FieldTypeName } from "../../../src/index.ts"
import type { Constant } from "./world.ts"

type Values = readonly unknown[]

/**
 * The constants cut the values of a field into cells: null, each constant, and what lies between them. These are
 * values of a record, at least one from each cell that is not empty.
 */
export function cellsOf(field: Field, constants: readonly Constant[]): Values {
  const values = [...new Set(representatives[field.type](constants, field))]
  return field.nullable ? [null, ...values] : values
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
  // The least text above another one has one more character.
  string: (constants, field) => [
    "",
    ...constants.flatMap((text) => [text, `${text}\u0001`]),
    ...(field.operators.includes("$contains") ? textsInside(field) : []),
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

/** With $contains, a field has more cells than its order. Short texts of few letters are in them. A set of texts has 2^n subsets. */
function textsInside({ relation }: Field): readonly string[] {
  return relation?.cardinality === "many" ? textsOf("ab", 2) : textsOf("!abz", 4)
}

/** All texts of these letters up to a length. */
function textsOf(letters: string, length: number): readonly string[] {
  if (length === 0) return [""]
  const shorter = textsOf(letters, length - 1)
  return ["", ...shorter.flatMap((text) => [...letters].map((letter) => text + letter))]
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
