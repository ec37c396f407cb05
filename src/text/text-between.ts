import { afterPrefix } from "./after-prefix.ts"
import { compareCodePoints, foldAscii } from "./unicode.ts"

/** Texts that a text must contain, and texts that it must not contain. */
interface Needles {
  readonly contains?: readonly string[]
  readonly lacks?: readonly string[]
}

/** What may follow the lower bound in a text above it, the most readable first. U+0000 follows it in the least text above it. */
const ENDINGS = ["", "a", "0", "-", " ", "!", "\u0001", "\0"]

/** What may keep needles apart, so that they make no other needle. */
const SEPARATORS = ["", "-", " ", "/", "~", "…"]

/** How many characters of the lower bound are tried as the last one. */
const MAX_PREFIX = 8

/**
 * Finds a text strictly between two texts, in the order of code points. A bound that is undefined is no bound. If bounds
 * and needles have no letters A–Z, the text has none either, so the function also serves texts that are folded.
 *
 * Without needles, it is undefined exactly if there is no text: below "", and between a text and the same text with
 * U+0000 after it. With needles, it tries some hundreds of texts, and is undefined if none of them fits.
 */
export function textBetween(
  below: string | undefined,
  above: string | undefined,
  { contains = [], lacks = [] }: Needles = {},
): string | undefined {
  const needles = [...contains, ...lacks]
  const unused = needles.length > 0 ? unusedIn(needles) : []
  const orders = contains.length > 0 ? [contains, [...contains].reverse()] : []
  const joined = [...SEPARATORS, ...unused].flatMap((separator) =>
    orders.map((order) => order.join(separator)),
  )
  for (const tail of new Set(["", ...joined])) {
    for (const start of startsAbove(below ?? "", unused)) {
      const text = start + tail
      const isBetween =
        (below === undefined || compareCodePoints(below, text) < 0) &&
        (above === undefined || compareCodePoints(text, above) < 0)
      const includes = (needle: string) => text.includes(needle)
      if (isBetween && contains.every(includes) && !lacks.some(includes)) return text
    }
  }
  return undefined
}

/** The lower bound with something after it, then its prefixes with the next character in place of the last one, then unused characters. */
function* startsAbove(below: string, unused: readonly string[]): Generator<string> {
  for (const ending of [...ENDINGS, ...unused]) yield below + ending
  // A character takes two units at most.
  const characters = [...below.slice(0, 2 * MAX_PREFIX)].slice(0, MAX_PREFIX)
  for (let length = 1; length <= characters.length; length++) {
    const start = afterPrefix(characters.slice(0, length).join(""), true)
    if (start !== undefined) yield start
  }
  yield* unused
}

/** Characters that no needle has: the first one from "a" on, and the first one from the space on. None is a letter A–Z. */
function unusedIn(needles: readonly string[]): readonly string[] {
  const used = new Set(needles.flatMap((needle) => [...needle]))
  return ["a", " "].map((first) => {
    let point = first.charCodeAt(0)
    let character = first
    while (used.has(character) || foldAscii(character) !== character)
      character = String.fromCodePoint(++point)
    return character
  })
}
