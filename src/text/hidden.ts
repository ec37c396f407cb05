/**
 * Characters that do not show, or that change what is shown around them: a terminal obeys controls, bidirectional marks
 * reorder a text, line separators break a line of a log, other spaces look like a usual one, and a lone surrogate has
 * no encoding.
 */
const hidden = () => /(?! )[\p{C}\p{Z}\p{DI}]/gu

/** Whether the text has a hidden character. */
export function isHidden(text: string): boolean {
  return hidden().test(text)
}

/** Replaces each hidden character: nothing that is shown to a person may contain one. */
export function replaceHidden(text: string, replacement: (character: string) => string): string {
  return isPlain(text) ? text : text.replace(hidden(), replacement)
}

/** Whether the text is printable ASCII, as most are. The other pattern is costly to compile, because its classes are large. */
function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text)
}

/** Replaces each hidden character by its JSON escapes. A JSON text keeps its meaning. */
export function escapeHidden(text: string): string {
  // Without the flag u, the pattern matches one UTF-16 unit.
  return replaceHidden(text, (character) => character.replace(/./gs, escapeUnit))
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
}
