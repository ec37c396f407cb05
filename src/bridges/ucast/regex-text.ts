import type { TextPattern } from "../../check/translation/text-pattern.ts"

/** A text that a condition looks for. */
export interface LiteralText extends TextPattern {
  /** Whether the letters A to Z are like a to z, and all others differ. */
  readonly foldsAscii?: boolean
}

/** Where a regular expression finds a text. */
type Extent = "whole" | "anywhere"

const SPECIAL = /[\\^$.*+?()[\]{}|/]|[A-Za-z]/g

/**
 * A regular expression that finds a text. It has no flags: the flag `i` ignores the case of more letters than a field
 * does, and @ucast/sql reads no other flag. A field that ignores case gets `[aA]` for a letter.
 */
export function regexOf(text: string, ignoresCase: boolean, extent: Extent): RegExp {
  const escaped = text.replace(SPECIAL, (unit) => {
    if (!/[A-Za-z]/.test(unit)) return `\\${unit}`
    return ignoresCase ? `[${unit.toLowerCase()}${unit.toUpperCase()}]` : unit
  })
  return new RegExp(ends[extent](escaped))
}

const ends: Readonly<Record<Extent, (escaped: string) => string>> = {
  whole: (escaped) => `^${escaped}$`,
  anywhere: (escaped) => escaped,
}

/** The source of an empty regular expression. */
const EMPTY = "(?:)"

/** `i` with `u` makes K and the Kelvin sign alike. `m` and `y` change the anchors. `g` keeps a state between calls. */
const FLAGS = /^(?:[is]*|[su]*)$/

/** Two letters in a class, an escaped character, a line break as RegExp.prototype.source escapes it, or a plain character. */
const UNIT = /\[([A-Za-z])([A-Za-z])\]|\\(?:([^\w\s])|(n|r|u2028|u2029))|([^\\^$.*+?()[\]{}|])/gy

const LINE_BREAKS: Readonly<Record<string, string>> = { n: "\n", r: "\r", u2028: "\u2028", u2029: "\u2029" }

/** The text that a regular expression finds, in linear time. Undefined if it has more than anchors and a literal text. */
export function textOf(source: string, flags: string): LiteralText | undefined {
  if (!FLAGS.test(flags)) return undefined
  const start = source.startsWith("^") ? 1 : 0
  let end = start
  let text = ""
  let hasClasses = false
  let hasLetters = false
  for (const [all, one, other, escaped, lineBreak, plain] of source === EMPTY
    ? []
    : units(source.slice(start))) {
    end += all.length
    if (one !== undefined) {
      if (other === one || other?.toLowerCase() !== one.toLowerCase()) return undefined
      hasClasses = true
    }
    hasLetters ||= plain !== undefined && /[A-Za-z]/.test(plain)
    text += one?.toLowerCase() ?? escaped ?? plain ?? LINE_BREAKS[lineBreak as string]
  }
  const rest = source === EMPTY ? "" : source.slice(end)
  const ignoresCase = flags.includes("i")
  const foldsAscii = hasClasses && !ignoresCase
  if (!/^\$?$/.test(rest) || (hasLetters && foldsAscii)) return undefined
  return { text, before: start === 0, after: rest === "", ignoresCase, foldsAscii }
}

function units(source: string): IterableIterator<readonly (string | undefined)[] & { readonly 0: string }> {
  return source.matchAll(UNIT)
}
