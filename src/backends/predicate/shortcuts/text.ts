import { listed } from "../listed.ts"
import type { ValueTest } from "../rule.ts"
import type { Shortcuts } from "./shortcut.ts"

/** Answers for texts that are compared exactly. */
export const text = {
  always,
  $eq: (to, rule) => (value) => (typeof value === "string" ? value === to : rule(value)),
  $ne: (to, rule) => (value) => (typeof value === "string" ? value !== to : rule(value)),
  $lt: (to, rule) => byUnit(to, rule, (value) => (typeof value === "string" ? value < to : rule(value))),
  $lte: (to, rule) => byUnit(to, rule, (value) => (typeof value === "string" ? value <= to : rule(value))),
  $gt: (to, rule) => byUnit(to, rule, (value) => (typeof value === "string" ? value > to : rule(value))),
  $gte: (to, rule) => byUnit(to, rule, (value) => (typeof value === "string" ? value >= to : rule(value))),
  $in: membership(true),
  $nin: membership(false),
  $contains: (part, rule) => (value) => (typeof value === "string" ? value.includes(part) : rule(value)),
} satisfies Shortcuts<string>

/**
 * JavaScript compares UTF-16 units, and the rule compares code points. The two orders differ only where a surrogate
 * meets a unit above the surrogates. That cannot happen if the operand has neither.
 */
function byUnit(to: string, rule: ValueTest, test: ValueTest): ValueTest {
  return /[\ud800-\uffff]/.test(to) ? rule : test
}

export function always(answer: boolean, rule: ValueTest): ValueTest {
  return (value) => (typeof value === "string" ? answer : rule(value))
}

/** One or two texts are compared directly; more are looked up in a set. */
/* @__NO_SIDE_EFFECTS__ */
function membership(is: boolean) {
  return (values: readonly string[], rule: ValueTest): ValueTest => {
    if (values.length === 1 || values.length === 2) {
      const [one = "", other = one] = values
      return (value) => (typeof value === "string" ? (value === one || value === other) === is : rule(value))
    }
    const isListed = listed(values)
    return (value) => (typeof value === "string" ? isListed(value) === is : rule(value))
  }
}
