import { hasInstant, isUsualDatetime, lengths } from "../../../text/datetime.ts"
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

/**
 * The first of each that is not before the operand. Where the operand is finer than they are, that is the
 * one behind its beginning: none is equal to it.
 */
function from(to: string): Bound {
  return new Bound(to, false)
}

/** The first of each that is after the operand. */
function after(to: string): Bound {
  return new Bound(to, true)
}

/**
 * A moment among the texts of each length, and among the milliseconds of Dates. A column has one of them, so each
 * is made when it is first asked for.
 *
 * Filters hold date-times without zeros at the end of a second, so the length of its fraction tells how fine they are.
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

  /** For texts of this length. */
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

  /** A text comes right before itself with something behind it. */
  #bound(text: string, isExact: boolean): string {
    return this.after || !isExact ? `${text}~` : text
  }
}

/** The date-time with three digits of a second, whether it has fewer or more. */
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

function before(bound: Bound, rule: ValueTest): ValueTest {
  return (value) => {
    if (typeof value === "string")
      return isUsualDatetime(value) ? value < bound.text(value.length) : rule(value)
    return isDate(value) ? value.getTime() < bound.epoch : rule(value)
  }
}

function notBefore(bound: Bound, rule: ValueTest): ValueTest {
  return (value) => {
    if (typeof value === "string")
      return isUsualDatetime(value) ? value >= bound.text(value.length) : rule(value)
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
