import { isJsonNumber } from "../../../text/decimal.ts"
import { listed } from "../listed.ts"
import type { ValueTest } from "../rule.ts"
import type { Shortcuts } from "./shortcut.ts"

/**
 * Answers for values whose double differs from that of the operand: rounding to a double keeps the order. Where the two
 * doubles are equal, the rule compares the digits.
 */
export const decimal: Shortcuts<string> = {
  always: (answer, rule) => (value) => (Number.isNaN(doubleOf(value)) ? rule(value) : answer),
  $eq: equality(false),
  $ne: equality(true),
  $lt: order(true),
  $lte: order(true),
  $gt: order(false),
  $gte: order(false),
  $in: membership(false),
  $nin: membership(true),
}

/** The double of a finite number or of the text of one. NaN for every other value. */
function doubleOf(value: unknown): number {
  if (typeof value === "number") return Number.isFinite(value) ? value : Number.NaN
  return typeof value === "string" && isJsonNumber(value) ? Number(value) : Number.NaN
}

/** @param otherwise the answer for a decimal that differs from the operand */
/* @__NO_SIDE_EFFECTS__ */
function equality(otherwise: boolean) {
  return (to: string, rule: ValueTest): ValueTest => {
    const operand = Number(to)
    return (value) => {
      const double = doubleOf(value)
      return Number.isNaN(double) || double === operand ? rule(value) : otherwise
    }
  }
}

/* @__NO_SIDE_EFFECTS__ */
function order(isBelow: boolean) {
  return (to: string, rule: ValueTest): ValueTest => {
    const operand = Number(to)
    return (value) => {
      const double = doubleOf(value)
      return Number.isNaN(double) || double === operand ? rule(value) : double < operand === isBelow
    }
  }
}

/** @param otherwise the answer for a decimal that differs from every operand */
/* @__NO_SIDE_EFFECTS__ */
function membership(otherwise: boolean) {
  return (values: readonly string[], rule: ValueTest): ValueTest => {
    const mayBeListed = listed(values.map(Number))
    return (value) => {
      const double = doubleOf(value)
      return Number.isNaN(double) || mayBeListed(double) ? rule(value) : otherwise
    }
  }
}
