import { textBetween } from "../../text/text-between.ts"
import { foldAscii, isWellFormed } from "../../text/unicode.ts"
import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import { type FieldType, invalidValue, mismatch } from "../field-type.ts"

/** Unicode text. U+0000 and lone surrogates are refused, because no two SQL engines store them alike. */
export const string: FieldType<string> = {
  expects: "a string",
  least: "",
  foldsCase: true,
  read(literal, field) {
    if (literal.kind !== "string")
      return mismatch(field, this.expects, literal.kind, "write it in double quotes")
    const text = literal.value
    if (isOrdinary(text)) return text
    if (text.includes("\0")) {
      return invalidValue(
        field,
        "nul-character",
        "does not accept the character U+0000",
        "leave out \\u0000: databases reject it or truncate the text",
      )
    }
    if (!isWellFormed(text)) {
      return invalidValue(
        field,
        "lone-surrogate",
        "does not accept a lone surrogate, which is half a character",
        "an emoji needs two \\u escapes: \\ud83d\\ude00",
      )
    }
    return text
  },
}

/** Whether the text contains neither U+0000 nor a surrogate. Then it needs no further check. */
function isOrdinary(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0 || (unit >= 0xd800 && unit <= 0xdfff)) return false
  }
  return true
}

/** The text itself. Folding is left to the field, which may be case-sensitive or not. */
export const stringComparable: ToComparable<string> = (value) => value

export const stringRange: ValueRange<string> = {
  between(below, above, { caseSensitive }) {
    const compared = (text: string | undefined) => (caseSensitive ? text : text && foldAscii(text))
    return textBetween(compared(below), compared(above))
  },
}

export const stringOfRecord: RecordReader = {
  forms: "a string",
  read: (value) => (typeof value === "string" ? value : undefined),
}
