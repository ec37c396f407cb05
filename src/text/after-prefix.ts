import { foldAscii } from "./unicode.ts"

/** The character with the greatest code point. */
const GREATEST = "\u{10ffff}"

/**
 * Finds the end of the range of texts with this prefix: the least text, by code point, that is greater than all of them.
 * Undefined if nothing is greater, because the prefix is empty or repeats U+10FFFF.
 *
 * @param folds whether A–Z are folded before texts compare, in the prefix too
 */
export function afterPrefix(prefix: string, folds: boolean): string | undefined {
  const characters = Array.from(folds ? foldAscii(prefix) : prefix)
  while (characters.at(-1) === GREATEST) characters.pop()
  const last = characters.pop()
  return last && characters.join("") + String.fromCodePoint(next(last.codePointAt(0) as number, folds))
}

function next(point: number, folds: boolean): number {
  // Surrogates are no characters.
  if (point === 0xd7ff) return 0xe000
  // "A" would be folded to "a": the next character of a folded text is "[".
  return folds && point === 0x40 ? 0x5b : point + 1
}
