import { kindOf } from "../../../text/value-kind.ts"

import { isAny, isBlank, isBlankList } from "../blank.ts"
import type { MuiColumn, MuiField } from "./item.ts"

/** The grid also takes an option with a label: `{ value, label }`. */
function choice({ reader }: MuiField, value: unknown): unknown {
  return kindOf(value) === "object" ? reader.member(value as object, "value") : value
}

/** A column of type `singleSelect`. */
export const choiceColumn: MuiColumn = {
  is: { isIncomplete: isBlank, ofValue: (on, value) => on.test("$eq", choice(on, value)) },
  not: { isIncomplete: isBlank, ofValue: (on, value) => on.test("$ne", choice(on, value)) },
  isAnyOf: {
    isIncomplete: isBlankList,
    ofList: (on, values) =>
      on.test(
        "$in",
        values.map((value) => choice(on, value)),
      ),
  },
}

/** What the input for booleans writes. */
function truth(value: unknown): unknown {
  const text = typeof value === "string" ? value.toLowerCase() : value
  return text === "true" || text === "false" ? text === "true" : value
}

/** A column of type `boolean`. To the grid, no value is false. */
export const booleanColumn: MuiColumn = {
  is: {
    isIncomplete: isAny,
    ofValue: (on, value) => {
      const wanted = truth(value)
      return wanted === false && on.field.nullable ? on.test("$in", [false, null]) : on.test("$eq", wanted)
    },
  },
}
