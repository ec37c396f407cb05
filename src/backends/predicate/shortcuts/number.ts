import { listed } from "../listed.ts"
import type { ValueTest } from "../rule.ts"
import type { Shortcuts } from "./shortcut.ts"

/** Answers for finite numbers. */
export const number: Shortcuts<number> = {
  always: (answer, rule) => (value) => (isNumber(value) ? answer : rule(value)),
  $eq: (to, rule) => (value) => (isNumber(value) ? value === to : rule(value)),
  $ne: (to, rule) => (value) => (isNumber(value) ? value !== to : rule(value)),
  $lt: (to, rule) => (value) => (isNumber(value) ? value < to : rule(value)),
  $lte: (to, rule) => (value) => (isNumber(value) ? value <= to : rule(value)),
  $gt: (to, rule) => (value) => (isNumber(value) ? value > to : rule(value)),
  $gte: (to, rule) => (value) => (isNumber(value) ? value >= to : rule(value)),
  $in: membership(true),
  $nin: membership(false),
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value)
}

/* @__NO_SIDE_EFFECTS__ */
function membership(is: boolean) {
  return (values: readonly number[], rule: ValueTest): ValueTest => {
    const isListed = listed(values)
    return (value) => (isNumber(value) ? isListed(value) === is : rule(value))
  }
}
