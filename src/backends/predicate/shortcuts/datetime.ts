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

/** The first date-time of each form that is not before the operand. If the operand is finer than the form, none equals it. */
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
  #day: string | undefined
  #second: string | undefined
  #milli: string | undefined
  #epoch: number | undefined

  constructor(
    private readonly to: string,
    private readonly after: boolean,
  ) {}

  /** The bound for texts of this length. */
  text(length: number): string {
    return length === lengths.milli ? this.milli : length === lengths.second ? this.second : this.day
  }

  get day(): string {
    this.#day ??= this.#bound(this.to.slice(0, lengths.day), this.to.endsWith("T00:00:00Z"))
    return this.#day
  }

  get second(): string {
    this.#second ??= this.#bound(
      `${this.to.slice(0, lengths.second - 1)}Z`,
      this.to.length === lengths.second,
    )
    return this.#second
  }

  get milli(): string {
    this.#milli ??= this.#bound(toMillis(this.to), this.to.length <= lengths.milli)
    return this.#milli
  }

  get epoch(): number {
    const isBeyond = this.after || this.to.length > lengths.milli
    this.#epoch ??= Date.parse(toMillis(this.to)) + (isBeyond ? 0.5 : 0)
    return this.#epoch
  }

  /** With a character appended, a text sorts right after itself. */
  #bound(text: string, isExact: boolean): string {
    return this.after || !isExact ? `${text}~` : text
  }
}

/** The date-time with exactly three digits of a fraction: padded or truncated. */
function toMillis(to: string): string {
  const zeros = ".000Z".slice(Math.min(to.length, lengths.milli) - lengths.second)
  return to.slice(0, Math.min(to.length, lengths.milli) - 1) + zeros
}

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
