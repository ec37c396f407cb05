import type { Field } from "../schema/field.ts"
import { factsOf, isNegative, type Operator, takesList } from "../schema/operators.ts"
import { inWords } from "../text/value-kind.ts"
import { jsonKindOf } from "./json-kind.ts"
import type { NodeKinds, Rule } from "./rule.ts"

type Operand = NodeKinds["operand"]["node"]

/** `$in` and `$nin` take a list of values; every other operator takes one value. */
export const operandShape: Rule<"operand"> = {
  on: "operand",
  check(operand, { field, operator }) {
    const expectsList = takesList(operator)
    if (operand.kind !== "misplaced" && (operand.kind === "list") === expectsList) return undefined
    const found = jsonKindOf(operand)
    return {
      code: "type-mismatch",
      message: `${operator} takes ${expectsList ? "a list of values" : "one value"}, not ${inWords(found)}`,
      params: { reason: expectsList ? "list" : "scalar", field: field.name, operator, found },
      hint: expectsList ? listHint(operator, operand) : valueHint(field, operator, operand),
      span: operand.span,
    }
  },
}

function listHint(operator: Operator, operand: Operand): string {
  if (operand.kind !== "misplaced") return `write a list, even for one value: {"${operator}":[…]}`
  return operand.found === "object" &&
    operand.members.length > 0 &&
    operand.members.every(({ name }) => /^\d{1,9}$/.test(name))
    ? 'write ["a","b"], not {"0":"a","1":"b"}: in PHP, call array_values() on an array with gaps'
    : `write {"${operator}":[…]}`
}

function valueHint(field: Field, operator: Operator, operand: Operand): string {
  if (operand.kind !== "list") return `write the value itself: {"${operator}":…}`
  const [match, forAll] = isNegative(operator) ? (["none", "$nin"] as const) : (["any", "$in"] as const)
  return factsOf(operator).tests === "equality" && field.operators.includes(forAll)
    ? `to match ${match} of the values, use ${forAll}`
    : "write a condition for each value, joined with $and or $or"
}
