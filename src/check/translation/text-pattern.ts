import { and } from "../../filter/filter.ts"
import type { FieldType } from "../../schema/field-type.ts"
import { fieldTypes } from "../../schema/types/index.ts"
import { afterPrefix } from "../../text/after-prefix.ts"
import { foldAscii } from "../../text/unicode.ts"
import { supportedOperators } from "../supported-operators.ts"
import { FINDS_MORE } from "./finds-more.ts"
import type { OnField } from "./on-field.ts"
import { joined, type Translation } from "./translation.ts"

/** A literal text that must appear: at the start, at the end, as the whole text, or anywhere. */
export interface TextPattern {
  readonly text: string
  /** Whether anything may stand before it. */
  readonly before?: boolean
  /** Whether anything may stand after it. */
  readonly after?: boolean
  /** Whether A and a are alike, whatever the field says. */
  readonly ignoresCase?: boolean
}

/** The values that match the pattern. */
export function matching(on: OnField, pattern: TextPattern): Translation {
  const { field } = on
  const { text, before = false, after = false, ignoresCase = false } = pattern
  const { foldsCase }: FieldType = fieldTypes[field.type]
  if (!foldsCase)
    return `field ${field.name} of type ${field.type} is not a text: it supports ${supportedOperators(field)}`
  if (ignoresCase && hasCase(text)) {
    if (field.caseSensitive) return `field ${field.name} is case-sensitive, and no filter ignores case on it`
    if (hasCase(foldAscii(text).replace(/[a-z]/g, "")))
      return `field ${field.name} ignores the case of the letters A to Z only`
  }
  if (text === "" && (before || after)) return on.hasValue()
  if (before && after) return on.testText("$contains", text)
  if (after) return startingWith(on, text)
  return before ? `no filter finds the end of a text${orContains(on)}` : on.testText("$eq", text)
}

/** Texts with a prefix are those from the prefix up to the next text that does not start with it. */
function startingWith(on: OnField, prefix: string): Translation {
  const end = afterPrefix(prefix, !on.field.caseSensitive)
  if (end === undefined) return on.testText("$gte", prefix)
  if (on.isMany)
    return `no filter expresses a prefix on a relation to many, because two related records may satisfy its two conditions${orContains(on)}`
  return joined(and, [on.testText("$gte", prefix), on.testText("$lt", end)])
}

function orContains({ field }: OnField): string {
  return field.operators.includes("$contains") ? FINDS_MORE : ""
}

/** What a field supports that has no patterns. $contains may find other records than the pattern, so it is no substitute. */
export function orSubstring({ field }: OnField): string {
  return field.operators.includes("$contains") ? ": $contains finds a substring" : ""
}

function hasCase(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase()
}

/** A longer pattern is not read: a repeating pattern can exhaust the stack on long texts. */
const LONGEST = 300

/** What SQL's LIKE matches. Undefined if it has wildcards in the middle. */
export function likePattern(source: string): TextPattern | undefined {
  if (source.length > LONGEST) return undefined
  const parts = /^(%*)((?:[^\\%_]|\\.)*)(%*)$/su.exec(source)
  if (parts === null) return undefined
  const [, before = "", text = "", after = ""] = parts
  return { text: text.replace(/\\(.)/gsu, "$1"), before: before !== "", after: after !== "" }
}

const REGEX = /^(\(\?i\))?(\^?)(\.\*)?((?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])*)(\.\*)?(\$?)$/su

/** What a regular expression matches that has anchors and plain characters only. Undefined if it has more. */
export function regexPattern(source: string, flags: string): TextPattern | undefined {
  if (source.length > LONGEST || !/^[isu]*$/.test(flags)) return undefined
  const parts = REGEX.exec(source)
  if (parts === null) return undefined
  const [, inlineFlag, start, before, text = "", after, end] = parts
  // A dot does not match a line break, unless a flag says so.
  if (!flags.includes("s") && ((start && before) || (after && end))) return undefined
  return {
    text: text.replace(/\\(.)/gsu, "$1"),
    before: !start || before !== undefined,
    after: !end || after !== undefined,
    ignoresCase: inlineFlag !== undefined || flags.includes("i"),
  }
}
