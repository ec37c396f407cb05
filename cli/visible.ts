/** What a terminal would act upon, or not show: control characters but the line break, marks of direction, line separators. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * The text with such characters as escapes of JSON. What is written came from anywhere, and a terminal obeys what it is sent;
 * JSON stays the same JSON.
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) =>
    Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
      .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
      .join(""),
  )
}
