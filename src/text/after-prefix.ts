/** The greatest code point. */
const GREATEST = 0x10ffff

/**
 * Finds the end of the range of texts with this prefix: the least text, by code point, that is greater than all of them.
 * Undefined if nothing is greater, because the prefix is empty or repeats U+10FFFF.
 *
 * @param folds whether A–Z are folded before texts compare. The result is then exact after folding.
 */
export function afterPrefix(prefix: string, folds: boolean): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) as number)
  while (points.at(-1) === GREATEST) points.pop()
  const last = points.pop()
  return last === undefined ? undefined : String.fromCodePoint(...points, next(last, folds))
}

function next(point: number, folds: boolean): number {
  // Surrogates are no characters.
  if (point === 0xd7ff) return 0xe000
  // "A" would be folded to "a": the next character of a folded text is "[".
  return folds && point === 0x40 ? 0x5b : point + 1
}
