import { hasInstant, isUsualDatetime } from "../../../datetime.ts"
import type { ValueTest } from "../rule.ts"
import type { Shortcuts } from "./shortcut.ts"

/**
 * Date-times as programs have them: texts in UTC to the day, the second or the millisecond, and Dates.
 * Texts of one length have the order of time, so each length has a bound of its own, and no text need be
 * made a date.
 */
export const datetime: Shortcuts<string> = {
  always: (answer, rule) => (value) =>
    (typeof value === "string" ? isUsualDatetime(value) : isDate(value)) ? answer : rule(value),
  $eq: (to, rule) => at(from(to), rule, true),
  $ne: (to, rule) => at(from(to), rule, false),
  $lt: (to, rule) => before(from(to), rule),
  $lte: (to, rule) => before(after(to), rule),
  $gt: (to, rule) => notBefore(after(to), rule),
  $gte: (to, rule) => notBefore(from(to), rule),
  $in: (values, rule) => among(values.map(from), rule, true),
  $nin: (values, rule) => among(values.map(from), rule, false),
}

/** A moment among the texts of each length, and among the milliseconds of Dates. */
interface Bound {
  readonly day: string
  readonly second: string
  readonly milli: string
  readonly epoch: number
}

/**
 * The first of each that is not before the operand. Where the operand is finer than they are, it lies
 * behind the last one before it, and none is equal: a text is less than itself with something appended.
 */
function from(to: string): Bound {
  return boundOf(to, (exact) => !exact)
}

/** The first of each that is after the operand. */
function after(to: string): Bound {
  return boundOf(to, () => true)
}

function boundOf(to: string, isBehind: (exact: boolean) => boolean): Bound {
  const fraction = to.slice(20, -1).padEnd(9, "0")
  const bound = (floor: string, rest: string) => (isBehind(/^[0:]*$/.test(rest)) ? `${floor}~` : floor)
  const milli = `${to.slice(0, 19)}.${fraction.slice(0, 3)}Z`
  return {
    day: bound(to.slice(0, 10), to.slice(11, 19) + fraction),
    second: bound(`${to.slice(0, 19)}Z`, fraction),
    milli: bound(milli, fraction.slice(3)),
    epoch: Date.parse(milli) + (isBehind(/^0*$/.test(fraction.slice(3))) ? 0.5 : 0),
  }
}

/** The bound for texts of this length. */
function boundFor({ length }: string, { day, second, milli }: Bound): string {
  return length === "2024-02-29T12:30:00.000Z".length
    ? milli
    : length === "2024-02-29T12:30:00Z".length
      ? second
      : day
}

function at(bound: Bound, rule: ValueTest, is: boolean): ValueTest {
  return (value) => {
    if (typeof value === "string")
      return isUsualDatetime(value) ? (value === boundFor(value, bound)) === is : rule(value)
    return isDate(value) ? (value.getTime() === bound.epoch) === is : rule(value)
  }
}

function before(bound: Bound, rule: ValueTest): ValueTest {
  return (value) => {
    if (typeof value === "string")
      return isUsualDatetime(value) ? value < boundFor(value, bound) : rule(value)
    return isDate(value) ? value.getTime() < bound.epoch : rule(value)
  }
}

function notBefore(bound: Bound, rule: ValueTest): ValueTest {
  return (value) => {
    if (typeof value === "string")
      return isUsualDatetime(value) ? value >= boundFor(value, bound) : rule(value)
    return isDate(value) ? value.getTime() >= bound.epoch : rule(value)
  }
}

function among(bounds: readonly Bound[], rule: ValueTest, is: boolean): ValueTest {
  const texts = new Set(bounds.flatMap(({ day, second, milli }) => [day, second, milli]))
  const epochs = new Set(bounds.map(({ epoch }) => epoch))
  return (value) => {
    if (typeof value === "string") return isUsualDatetime(value) ? texts.has(value) === is : rule(value)
    return isDate(value) ? epochs.has(value.getTime()) === is : rule(value)
  }
}

function isDate(value: unknown): value is Date {
  return value instanceof Date && hasInstant(value)
}
