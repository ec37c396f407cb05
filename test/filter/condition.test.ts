import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { condition } from "../../src/filter/filter.ts"
import { operators } from "../../src/index.ts"
import type { ScalarOperator } from "../../src/schema/operators.ts"

const field = customers.fields.get("firstName")
if (field === undefined) throw new Error("Customers have first names")

describe("the condition of each operator that takes one value", () => {
  const names = Object.entries(operators).flatMap(([name, { operand }]) =>
    operand === "scalar" ? [name as ScalarOperator] : [],
  )

  test.each(names)("%s has this operator, its kind, and the value as given", (operator) => {
    const node = condition(operator, field, "a")
    expect(node.operator).toBe(operator)
    expect(node.kind).toBe(operators[operator].kind)
    expect(node.field).toBe(field)
    expect(node.value).toBe("a")
  })
})
