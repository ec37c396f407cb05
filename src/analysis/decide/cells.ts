import { type Condition, conditionValues } from "../../filter/filter.ts"
import { comparableOf, foldedFor } from "../../schema/comparable.ts"
import { type Comparable, compareComparables } from "../../schema/comparison-form.ts"
import type { Field } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { factsOf, isNegative, type OperatorTest, rangeOf } from "../../schema/operators.ts"
import { valueRanges } from "../../schema/types/value-ranges.ts"
import { prefixesBetween } from "../../text/forced-prefix.ts"
import type { Spend } from "./budget.ts"

/** Values of a field that satisfy the same conditions: null, one value, or the values between two others. */
export interface Cell {
  /** A value of the cell: the simplest one, if it has several. */
  readonly value: Value | null
  /** Whether the cell has this value alone. */
  readonly isPoint: boolean
  /** The values next to a cell that is no point. */
  readonly below?: Value | undefined
  readonly above?: Value | undefined
}

/** The values of a field, cut into cells. A set of cells is a bigint with a bit for each, and the first one is null. */
export interface Cells {
  readonly cells: readonly Cell[]
  /** The cells that satisfy the condition, by what its operator tests. A text inside a text is no set of cells. */
  satisfying(condition: Condition): bigint | undefined
}

/** The cell of null alone. A function, because no bundler drops an operation on a bigint. */
export const nullCell = (): bigint => 1n

/** This cell alone. */
export function cellAt(index: number): bigint {
  return 1n << BigInt(index)
}

/** From so many cells on, an array of bits is faster. */
const MANY = 16

/** These cells of so many. To add many one by one would copy all bits for each. */
function cellsAt(indices: readonly number[], count: number): bigint {
  if (indices.length < MANY) return indices.reduce((cells, index) => cells | cellAt(index), 0n)
  const bits = new Uint8Array(count)
  for (const index of indices) bits[count - 1 - index] = 1
  return BigInt(`0b${bits.join("")}`)
}

/** All cells before this one. */
export function cellsBefore(index: number): bigint {
  return cellAt(index) - 1n
}

/**
 * Cuts the values of a field at the constants of its conditions. Where no value is between two constants, there is no cell.
 *
 * @param onlyListed whether records have no other values than those that the field lists, even if its type allows others
 */
export function cellsOf(
  field: Field,
  conditions: readonly Condition[],
  onlyListed: boolean,
  spend: Spend,
): Cells {
  const constants = new Map<Comparable, Value>()
  for (const condition of conditions)
    if (!isTextTest(condition))
      for (const value of conditionValues(condition))
        if (value !== null) constants.set(comparableOf(field, value), value)
  let points = [...constants.keys()].sort(compareComparables)
  if (conditions.some(isTextTest)) points = withPrefixes(field, points).sort(compareComparables)
  spend(20 + points.length * 20)

  const cells: Cell[] = [{ value: null, isPoint: true }]
  const indexes = new Map<Comparable, number>()
  const { listed, unlisted, between } = valueRanges[field.type]
  const addGap = (below?: Value, above?: Value) => {
    const value = between(below as never, above as never, field)
    if (value !== undefined) cells.push({ value, isPoint: false, below, above })
  }
  let below: Value | undefined
  for (const point of points) {
    const value = constants.get(point) ?? (point as Value)
    if (listed === undefined) addGap(below, value)
    indexes.set(point, cells.length)
    cells.push({ value, isPoint: true })
    below = value
  }
  if (listed === undefined) addGap(below)
  else {
    const unnamed = listed(field).find((value) => !constants.has(comparableOf(field, value)))
    const value = unnamed ?? (onlyListed ? undefined : unlisted?.(field))
    if (value !== undefined) cells.push({ value, isPoint: false })
  }

  const all = cellsBefore(cells.length)
  const indexOf = (value: Value) => indexes.get(comparableOf(field, value)) as number
  const sets: Readonly<Record<OperatorTest, (condition: Condition) => bigint | undefined>> = {
    equality(condition) {
      const indices = conditionValues(condition).map((value) => (value === null ? 0 : indexOf(value)))
      const named = cellsAt(indices, cells.length)
      return isNegative(condition.operator) ? all & ~named : named
    },
    order(condition) {
      const index = indexOf(conditionValues(condition)[0] as Value)
      const range = rangeOf(condition.operator)
      const isBelow = range?.side === "below"
      const below = cellsBefore(isBelow === (range?.inclusive === true) ? index + 1 : index)
      return (isBelow ? below : all & ~below) & ~nullCell()
    },
    text: () => undefined,
  }
  return { cells, satisfying: (condition) => sets[factsOf(condition.operator).tests](condition) }
}

/** Whether the condition looks for a text inside a text. */
export function isTextTest({ operator }: Condition): boolean {
  return factsOf(operator).tests === "text"
}

/** The points, and the prefixes that cut the texts between them: whether a text is inside may depend on its beginning. */
function withPrefixes(field: Field, points: readonly Comparable[]): Comparable[] {
  const all = new Set(points)
  points.forEach((point, i) => {
    const next = points[i + 1] ?? ""
    for (const prefix of prefixesBetween(String(point), String(next)))
      if (foldedFor(field, prefix) === prefix) all.add(prefix)
  })
  return [...all]
}
