const MAX_QUOTED = 60

/** What a terminal or a log would act upon, or not show: control characters, marks of direction, line separators. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** The text as a JSON string, cut short where it is long: what was sent may be megabytes. */
export function quote(text: string): string {
  const shown = text.length <= MAX_QUOTED ? text : `${text.slice(0, MAX_QUOTED)}…`
  return JSON.stringify(shown).replace(UNPRINTABLE, escaped)
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("")
}
