import { listed } from "../listed.ts"
import type { ValueTest } from "../rule.ts"
import type { Shortcuts } from "./shortcut.ts"

const isSafeInteger = (value: unknown): value is number => Number.isSafeInteger(value)

/** Answers for integers that a number holds exactly. */
export const integer: Shortcuts<number> = {
  always: (answer, rule) => (value) => (isSafeInteger(value) ? answer : rule(value)),
  $eq: (to, rule) => (value) => (isSafeInteger(value) ? value === to : rule(value)),
  $ne: (to, rule) => (value) => (isSafeInteger(value) ? value !== to : rule(value)),
  $lt: (to, rule) => (value) => (isSafeInteger(value) ? (value as number) < to : rule(value)),
  $lte: (to, rule) => (value) => (isSafeInteger(value) ? (value as number) <= to : rule(value)),
  $gt: (to, rule) => (value) => (isSafeInteger(value) ? (value as number) > to : rule(value)),
  $gte: (to, rule) => (value) => (isSafeInteger(value) ? (value as number) >= to : rule(value)),
  $in: membership(true),
  $nin: membership(false),
}

/* @__NO_SIDE_EFFECTS__ */
function membership(is: boolean) {
  return (values: readonly number[], rule: ValueTest): ValueTest => {
    const isListed = listed(values)
    return (value) => (isSafeInteger(value) ? isListed(value) === is : rule(value))
  }
}
