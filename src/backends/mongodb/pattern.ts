import type { Field } from "../../schema/field.ts"
import { refusal } from "./refusal.ts"

/** Every version of MongoDB compiles a pattern of this many letters: PCRE has 64 kB for it, and two bytes for each of them. */
const MOST_BYTES = 16_384
/** PCRE has 33 bytes for a class, as for 16 letters. */
const BYTES_OF_CLASS = 16

/**
 * The regular expression for a text, or for its ASCII letters in any case. It has no syntax in which PCRE and JavaScript
 * differ. It is a text and no RegExp: JavaScript would write U+2028 as an escape that PCRE does not know.
 *
 * @throws FilterError if the pattern is longer than MongoDB allows
 */
export function pattern(text: string, field: Field): string {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
  const source = field.caseSensitive
    ? escaped
    : escaped.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
  // A letter becomes a class of four characters.
  const classes = (source.length - escaped.length) / 3
  if (new TextEncoder().encode(source).length + classes * BYTES_OF_CLASS > MOST_BYTES)
    throw refusal(field, "cannot be searched for a text this long", "write a shorter text")
  return source
}

/** The regular expression for exactly this text. The end is no `$`, which matches before a last line break too. */
export function wholePattern(text: string, field: Field): string {
  return `^${pattern(text, field)}(?![\\s\\S])`
}
