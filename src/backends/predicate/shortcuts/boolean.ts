import type { Shortcuts } from "./shortcut.ts"

/** Answers for `true` and `false`. */
export const boolean: Shortcuts<boolean> = {
  always: (answer, rule) => (value) => (typeof value === "boolean" ? answer : rule(value)),
  $eq: (to, rule) => (value) => (typeof value === "boolean" ? value === to : rule(value)),
  $ne: (to, rule) => (value) => (typeof value === "boolean" ? value !== to : rule(value)),
}
