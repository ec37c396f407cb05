import type { Comparable } from "../schema/comparison-form.ts"
import type { Field } from "../schema/field.ts"
import { Kind } from "./kind.ts"
import { orderNumberOf } from "./order-number.ts"
import type { FieldValues } from "./read-record.ts"
import type { Node } from "./structures/graph.ts"
import { Intervals } from "./structures/intervals.ts"
import { Needles } from "./structures/needles.ts"
import { Spread } from "./structures/spread.ts"

/** The conditions on one field, and the values that the record of this round has in the field. */
export class Column {
  readonly field: Field
  /** The number that tells the column from others. */
  readonly serial: number
  /** How many conditions there are. A field without one is not read. */
  conditions = 0
  /** The nodes of equality by value. */
  readonly equalities = new Map<Comparable | null, Node>()
  /** The nodes of containment by text. */
  readonly containments = new Map<string, Node>()
  /** The texts that conditions look for. */
  readonly needles = new Needles<Node>()
  /** The ranges that a round must visit if they hold. */
  readonly ranges = new Intervals()
  /** How many ranges there are. Without one, no value is turned into a number. */
  bounded = 0
  /** Between which numbers most bounds are, to estimate what share of the values is in a range. */
  readonly bounds = new Spread()
  values: FieldValues = []
  /** The numbers of the values, to compare them with bounds. NaN for null, which no range contains. */
  numbers = new Float64Array()
  /** The nodes of equality that hold. */
  equal: readonly Node[] = []

  constructor(field: Field, serial: number) {
    this.field = field
    this.serial = serial
  }

  /** Takes note of a new range, by the numbers of its bounds. */
  addRange(...bounds: readonly number[]): void {
    this.bounded++
    for (const number of bounds.filter(Number.isFinite)) this.bounds.add(number)
  }

  /** Forgets a condition. */
  delete(kind: Kind, detail: unknown): void {
    if (kind === Kind.Equality) this.equalities.delete(detail as Comparable | null)
    if (kind === Kind.Range) this.bounded--
    if (kind !== Kind.Containment) return
    this.containments.delete(detail as string)
    this.needles.delete(detail as string)
  }

  /** Takes over the values of a record, and finds the nodes of equality and of containment that hold. */
  load(values: FieldValues, found: (node: Node) => void): void {
    const { type } = this.field
    this.values = values
    if (this.bounded > 0) {
      if (this.numbers.length !== values.length) this.numbers = new Float64Array(values.length)
      for (const [index, value] of values.entries())
        this.numbers[index] = value === null ? Number.NaN : orderNumberOf(type, value)
    }
    const equal: Node[] = []
    for (const value of values) {
      const node = this.equalities.get(value)
      if (node !== undefined) {
        equal.push(node)
        found(node)
      }
      if (value !== null && this.containments.size > 0) this.needles.scan(String(value), found)
    }
    this.equal = equal
  }
}
