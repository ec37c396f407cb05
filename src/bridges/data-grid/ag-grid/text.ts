import type { Operator } from "../../../schema/operators.ts"
import { notA } from "../../model-mistakes.ts"
import { startsWith } from "../../starts-with.ts"
import { reject } from "../reject.ts"
import { blank, notBlank } from "./blank.ts"
import { FILTER_VALUES, type FilterKind, type GridOperator } from "./filter-kind.ts"

function by(operator: Operator): GridOperator {
  return { takes: 1, translate: ({ reader, on }, text) => reader.condition(operator, on.field.name, text) }
}

/** The text filter. A record without a value satisfies notEqual, as it satisfies `$ne`. */
export const texts: FilterKind = {
  values: FILTER_VALUES,
  operators: {
    contains: /* @__PURE__ */ by("$contains"),
    notContains: {
      takes: 1,
      translate: () =>
        "no filter says that a text does not contain another: leave it out of the column's filterOptions",
    },
    equals: /* @__PURE__ */ by("$eq"),
    notEqual: /* @__PURE__ */ by("$ne"),
    startsWith: {
      takes: 1,
      translate: ({ reader, on }, value) => startsWith(reader, on.field, textOf(value)),
    },
    endsWith: {
      takes: 1,
      translate: () => "no filter finds the end of a text: use contains, which finds the text anywhere",
    },
    blank,
    notBlank,
  },
}

function textOf(value: unknown): string {
  if (typeof value !== "string") reject(notA("string", value))
  return value
}
