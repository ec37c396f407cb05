import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { condition } from "../../src/filter/filter.ts"
import { operators } from "../../src/index.ts"
import { fieldOperatorOf } from "../../src/schema/operators.ts"

const field = customers.fields.get("firstName")
if (field === undefined) throw new Error("Customers have first names")

describe("the condition of each operator", () => {
  const names = Object.keys(operators).flatMap((name) => fieldOperatorOf(name) ?? [])

  test.each(names)("%s has this operator, its kind, and the values as given", (operator) => {
    const node = condition(operator, field, ["a"])
    expect(node.operator).toBe(operator)
    expect(node.kind).toBe(operators[operator].kind)
    expect(node.field).toBe(field)
    expect("values" in node ? node.values : [node.value]).toEqual(["a"])
  })
})
