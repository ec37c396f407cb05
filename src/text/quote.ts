const MAX_QUOTED = 60

/** Characters that a terminal interprets or does not show: controls, direction marks, line separators. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** The text as a JSON string, shortened if it is long: the input may be megabytes. */
export function quote(text: string): string {
  const shown = text.length <= MAX_QUOTED ? text : `${text.slice(0, MAX_QUOTED)}…`
  return JSON.stringify(shown).replace(UNPRINTABLE, unicodeEscapes)
}

function unicodeEscapes(character: string): string {
  return Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("")
}

export function quoteSource(text: string): string {
  return quote(text).slice(1, -1).replaceAll('\\"', '"')
}
