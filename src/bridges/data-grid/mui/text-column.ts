import type { Translation } from "../../../check/translation/translation.ts"
import { notA } from "../../model-mistakes.ts"
import { startsWith as prefixRange } from "../../starts-with.ts"
import { isBlankList, isFalsy, never } from "../blank.ts"
import { hasNoValue } from "../presence.ts"
import { reject } from "../reject.ts"
import type { MuiColumn, MuiField, MuiOperator } from "./item.ts"
import { isEmpty, isNotEmpty } from "./presence.ts"

/** An operator with a text, which the grid trims. */
function ofText(translate: (on: MuiField, text: string) => Translation): MuiOperator {
  return { isIncomplete: isFalsy, ofValue: (on, value) => translate(on, trimmed(value)) }
}

function trimmed(value: unknown): string {
  return typeof value === "string" ? value.trim() : reject(notA("string", value))
}

/** The advice for an operator that no filter means the same as. */
function without(operator: string, reason: string): MuiOperator {
  return ofText(() => `${reason}: remove ${operator} from the filterOperators of the column`)
}

const contains = /* @__PURE__ */ ofText((on, text) => on.test("$contains", text))
const doesNotContain = /* @__PURE__ */ without(
  "doesNotContain",
  "no filter finds the values that do not contain a text",
)
const equals = /* @__PURE__ */ ofText((on, text) => on.test("$eq", text))
const doesNotEqual = /* @__PURE__ */ ofText((on, text) => on.test("$ne", text))
const startsWith = /* @__PURE__ */ ofText(({ reader, field }, text) => prefixRange(reader, field, text))
const endsWith = /* @__PURE__ */ without(
  "endsWith",
  "no filter finds the end of a text, and contains finds more records",
)
const isAnyOf: MuiOperator = {
  isIncomplete: isBlankList,
  ofList: (on, values) => on.test("$in", values.map(trimmed)),
}

/** To the grid, an empty text is no value. */
const isEmptyText: MuiOperator = {
  isIncomplete: never,
  ofValue: (on) => {
    if (on.on.isMany) return hasNoValue(on.on)
    return on.field.nullable ? on.test("$in", ["", null]) : on.test("$eq", "")
  },
}
const isNotEmptyText: MuiOperator = { isIncomplete: never, ofValue: (on) => on.test("$gt", "") }

/** A column of type `string`. */
export const textColumn: MuiColumn = {
  contains,
  doesNotContain,
  equals,
  doesNotEqual,
  startsWith,
  endsWith,
  isEmpty: isEmptyText,
  isNotEmpty: isNotEmptyText,
  isAnyOf,
}

/** The same, of values that are never an empty text. */
export const codeColumn: MuiColumn = {
  contains,
  doesNotContain,
  equals,
  doesNotEqual,
  startsWith,
  endsWith,
  isEmpty,
  isNotEmpty,
  isAnyOf,
}
