import { isLowerCaseUuid } from "../../../text/uuid.ts"
import { listed } from "../listed.ts"
import type { ValueTest } from "../rule.ts"
import type { Shortcuts } from "./shortcut.ts"

const isUsual = (value: unknown): value is string => typeof value === "string" && isLowerCaseUuid(value)

/** Answers for texts in lower case. */
export const uuid: Shortcuts<string> = {
  always: (answer, rule) => (value) => (isUsual(value) ? answer : rule(value)),
  $eq: (to, rule) => (value) => (isUsual(value) ? value === to : rule(value)),
  $ne: (to, rule) => (value) => (isUsual(value) ? value !== to : rule(value)),
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
