import { listed } from "../listed.ts"
import type { ValueTest } from "../rule.ts"
import type { Shortcuts } from "./shortcut.ts"

const isSafeInteger = (value: unknown): value is number => Number.isSafeInteger(value)

/** Answers for ids that a number holds exactly, alone or in `{ id, type }`. */
export const reference: Shortcuts<number> = {
  always: (answer, rule) => (value) => (isSafeInteger(idOf(value)) ? answer : rule(value)),
  $eq: equality(true),
  $ne: equality(false),
  $in: membership(true),
  $nin: membership(false),
}

function idOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? (value as { readonly id?: unknown }).id : value
}

/* @__NO_SIDE_EFFECTS__ */
function equality(is: boolean) {
  return (to: number, rule: ValueTest): ValueTest =>
    (value) => {
      const id = idOf(value)
      return isSafeInteger(id) ? (id === to) === is : rule(value)
    }
}

/* @__NO_SIDE_EFFECTS__ */
function membership(is: boolean) {
  return (values: readonly number[], rule: ValueTest): ValueTest => {
    const isListed = listed(values)
    return (value) => {
      const id = idOf(value)
      return isSafeInteger(id) ? isListed(id) === is : rule(value)
    }
  }
}
