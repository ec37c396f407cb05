import type { Operator } from "../../../schema/operators.ts"
import { untranslatable } from "../../model-mistakes.ts"
import { isBlankNumber, isBlankNumberList } from "../blank.ts"
import { writtenNumber } from "../number-text.ts"
import { reject } from "../reject.ts"
import type { MuiColumn, MuiField, MuiOperator } from "./item.ts"
import { isEmpty, isNotEmpty } from "./presence.ts"

function comparing(name: string, operator: Operator): MuiOperator {
  return {
    isIncomplete: isBlankNumber,
    ofValue: (on, value) => on.test(operator, numberOf(on, name, value)),
  }
}

function numberOf({ field }: MuiField, name: string, value: unknown): unknown {
  if (value === null)
    reject(untranslatable(name, "the grid reads null as 0: write 0, or leave out the value"))
  return writtenNumber(field.type, value)
}

/** A column of type `number`. */
export const numberColumn: MuiColumn = {
  "=": /* @__PURE__ */ comparing("=", "$eq"),
  "!=": /* @__PURE__ */ comparing("!=", "$ne"),
  ">": /* @__PURE__ */ comparing(">", "$gt"),
  ">=": /* @__PURE__ */ comparing(">=", "$gte"),
  "<": /* @__PURE__ */ comparing("<", "$lt"),
  "<=": /* @__PURE__ */ comparing("<=", "$lte"),
  isEmpty,
  isNotEmpty,
  isAnyOf: {
    isIncomplete: isBlankNumberList,
    // To the grid, no number equals a blank text.
    ofList: (on, values) => {
      const numbers = values.filter((value) => value !== "").map((value) => numberOf(on, "isAnyOf", value))
      return on.test("$in", numbers)
    },
  },
}
