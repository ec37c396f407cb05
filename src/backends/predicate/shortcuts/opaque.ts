import type { Shortcuts } from "./shortcut.ts"

/** Answers for every value that is not null. */
export const opaque: Shortcuts<never> = {
  always: (answer, rule) => (value) => (value === null || value === undefined ? rule(value) : answer),
}
