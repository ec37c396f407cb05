import { hasInstant } from "../../../text/datetime.ts"
import { isUsualDatetime, lengths } from "../../../text/usual-datetime.ts"
import type { ValueTest } from "../rule.ts"
import type { Shortcuts } from "./shortcut.ts"

/**
 * Answers for the usual forms of a date-time: texts in UTC to the day, the second or the millisecond, and Dates.
 * Texts of equal length compare as text in the order of time. So each length has its own bound, and no text is parsed.
 */
export const datetime: Shortcuts<string> = {
  always: (answer, rule) => (value) =>
    (typeof value === "string" ? isUsualDatetime(value) : isDate(value)) ? answer : rule(value),
  $eq: (to, rule) => at(from(to), rule, true),
  $ne: (to, rule) => at(from(to), rule, false),
  $lt: (to, rule) => order(from(to), rule, true),
  $lte: (to, rule) => order(after(to), rule, true),
  $gt: (to, rule) => order(after(to), rule, false),
  $gte: (to, rule) => order(from(to), rule, false),
  $in: (values, rule) => membership(values.map(from), rule, true),
  $nin: (values, rule) => membership(values.map(from), rule, false),
}

/** The first date-time of each form that is not before the operand. */
function from(to: string): Bound {
  return new Bound(to, false)
}

/** The first date-time of each form that is after the operand. */
function after(to: string): Bound {
  return new Bound(to, true)
}

/**
 * A bound for the texts of each length and for Dates. The records of a column use one form, so each bound is computed
 * on first use.
 *
 * A filter holds date-times without trailing zeros, so the length of the text tells its precision.
 */
class Bound {
  readonly #millis: string
  readonly #isBeyond: boolean
  readonly #texts: string[] = []
  #epoch: number | undefined

  /** An operand with more digits than three lies beyond its milliseconds. */
  constructor(to: string, after: boolean) {
    this.#isBeyond = after || to.length > lengths.milli
    const kept = to.slice(0, Math.min(to.length, lengths.milli) - 1)
    this.#millis = kept + MIDNIGHT.slice(kept.length - lengths.day)
  }

  /** The bound for texts of this length. The three lengths of usual texts make three different indexes. */
  text(length: number): string {
    this.#texts[length >> 3] ??= this.#textOf(length)
    return this.#texts[length >> 3] as string
  }

  /** With a character appended, a text sorts right after itself. */
  #textOf(length: number): string {
    const end = length === lengths.day ? "" : "Z"
    const kept = length - end.length
    const isExact = !this.#isBeyond && MIDNIGHT.endsWith(this.#millis.slice(kept))
    return this.#millis.slice(0, kept) + end + (isExact ? "" : "~")
  }

  get epoch(): number {
    this.#epoch ??= Date.parse(this.#millis) + (this.#isBeyond ? 0.5 : 0)
    return this.#epoch
  }
}

const MIDNIGHT = "T00:00:00.000Z"

function at(bound: Bound, rule: ValueTest, is: boolean): ValueTest {
  return (value) => {
    if (typeof value === "string")
      return isUsualDatetime(value) ? (value === bound.text(value.length)) === is : rule(value)
    return isDate(value) ? (value.getTime() === bound.epoch) === is : rule(value)
  }
}

function order(bound: Bound, rule: ValueTest, isBefore: boolean): ValueTest {
  return (value) => {
    if (typeof value === "string")
      return isUsualDatetime(value) ? value < bound.text(value.length) === isBefore : rule(value)
    return isDate(value) ? value.getTime() < bound.epoch === isBefore : rule(value)
  }
}

function membership(bounds: readonly Bound[], rule: ValueTest, is: boolean): ValueTest {
  const listed = new Set<unknown>(
    bounds.flatMap((bound) => [bound.epoch, ...Object.values(lengths).map((length) => bound.text(length))]),
  )
  return (value) => {
    if (typeof value === "string") return isUsualDatetime(value) ? listed.has(value) === is : rule(value)
    return isDate(value) ? listed.has(value.getTime()) === is : rule(value)
  }
}

function isDate(value: unknown): value is Date {
  return value instanceof Date && hasInstant(value)
}
