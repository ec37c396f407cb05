import { bindComparable } from "../dialect/bind.ts"
import { foldByTranslate } from "../dialect/fold-ascii.ts"
import type { Answer, Answers } from "./answers.ts"
import { bare, type DuckdbType, plain } from "./column-type.ts"

/** Texts compare by bytes, whatever the collation of the column and the session. */
function collated(operand: DuckdbType["operand"]): DuckdbType {
  return plain("VARCHAR", bindComparable, (name) => `${operand(name)} COLLATE C`)
}

/**
 * The text with the letters A to Z in lower case. lower() folds other letters too, and translate() takes 50 times as
 * long. A text of as many bytes as characters has no other letters.
 */
function folded(text: string): string {
  return `CASE WHEN strlen(${text}) = length(${text}) THEN lower(${text}) ELSE ${foldByTranslate(text)} END`
}

/** Texts, in the form in which DuckDB takes the column for a text. */
function textsIn(toText: DuckdbType["operand"]): Answer {
  return ({ field, collation }) => {
    if (!field.caseSensitive) return collated((name) => folded(toText(name)))
    return collation === "binary" && toText === bare ? plain("VARCHAR", bindComparable) : collated(toText)
  }
}

export const varchar: Answers = /* @__PURE__ */ (() => ({
  string: textsIn(bare),
  enum: textsIn(bare),
  // It has no letters but hexadecimal digits.
  uuid: ({ lowerCase }) => collated(lowerCase ? bare : (name) => `lower(${name})`),
  date: () => collated(bare),
}))()

/** A type that is no text, compared by its text. No index serves that. */
export const byText: Answer = /* @__PURE__ */ textsIn((name) => `${name}::VARCHAR`)
