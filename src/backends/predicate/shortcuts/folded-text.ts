import { foldAscii } from "../../../text/unicode.ts"
import type { ValueTest } from "../rule.ts"
import type { Shortcuts } from "./shortcut.ts"
import { always } from "./text.ts"

/** Answers for texts with folded ASCII letters. Folding keeps the length, so the lengths are compared first. */
export const foldedText = {
  always,
  $eq: equality(true),
  $ne: equality(false),
  $contains: (part, rule) => {
    const folded = foldAscii(part)
    return (value) => (typeof value === "string" ? foldAscii(value).includes(folded) : rule(value))
  },
} satisfies Shortcuts<string>

/* @__NO_SIDE_EFFECTS__ */
function equality(is: boolean) {
  return (to: string, rule: ValueTest): ValueTest => {
    const folded = foldAscii(to)
    return (value) => {
      if (typeof value !== "string") return rule(value)
      return (value.length === folded.length && foldAscii(value) === folded) === is
    }
  }
}
