import { escapeHidden } from "../src/text/hidden.ts"

/**
 * Replaces hidden characters by JSON escapes, except line breaks. Output contains text from untrusted filters, and a
 * terminal executes the control characters in it. JSON keeps its meaning.
 */
export function visible(text: string): string {
  return text.split("\n").map(escapeHidden).join("\n")
}
