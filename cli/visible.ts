/** Characters that a terminal executes or hides: control and format characters and separators, except the line break. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * Replaces these characters by JSON escapes. Output contains text from untrusted filters, and a terminal
 * executes the control characters in it. JSON keeps its meaning.
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) =>
    Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
      .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
      .join(""),
  )
}
