import { codePointRank } from "./unicode.ts"

/** How many UTF-16 units a double has room for: 2^(17 × 3) is less than 2^53. */
const UNITS = 3
/** More than the greatest rank of a unit. */
const RANKS = 0x20000

/** A number for a text. The numbers have the order of code points, but texts that begin alike may have the same number. */
export function numberOfText(text: string): number {
  let number = 0
  for (let index = 0; index < UNITS; index++)
    number = number * RANKS + (index < text.length ? codePointRank(text.charCodeAt(index)) : 0)
  return number
}
