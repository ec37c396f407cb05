import { escapeHidden } from "../src/text/hidden.ts"

/**
 * Replaces hidden characters by JSON escapes. Output contains text from untrusted filters, and a terminal executes the
 * control characters in it. A line break could pass for the start of a message. JSON keeps its meaning.
 */
export const visible: (text: string) => string = escapeHidden
