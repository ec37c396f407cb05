import { isUsualDatetime, lengths } from "../../../text/usual-datetime.ts"
import { listed } from "../listed.ts"
import type { ValueTest } from "../rule.ts"
import type { Shortcuts } from "./shortcut.ts"

const isUsual = (value: unknown): value is string =>
  typeof value === "string" && value.length === lengths.day && isUsualDatetime(value)

/** Answers for all days but 29 February, which not every year has. */
export const date: Shortcuts<string> = {
  always: (answer, rule) => (value) => (isUsual(value) ? answer : rule(value)),
  $eq: (to, rule) => (value) => (isUsual(value) ? value === to : rule(value)),
  $ne: (to, rule) => (value) => (isUsual(value) ? value !== to : rule(value)),
  $lt: (to, rule) => (value) => (isUsual(value) ? value < to : rule(value)),
  $lte: (to, rule) => (value) => (isUsual(value) ? value <= to : rule(value)),
  $gt: (to, rule) => (value) => (isUsual(value) ? value > to : rule(value)),
  $gte: (to, rule) => (value) => (isUsual(value) ? value >= to : rule(value)),
  $in: membership(true),
  $nin: membership(false),
}

/* @__NO_SIDE_EFFECTS__ */
function membership(is: boolean) {
  return (values: readonly string[], rule: ValueTest): ValueTest => {
    const isListed = listed(values)
    return (value) => (isUsual(value) ? isListed(value) === is : rule(value))
  }
}
