import { describe, expect, test } from "vitest"
import { operators } from "../../src/index.ts"
import {
  factsOf,
  fieldOperatorOf,
  fieldOperatorsThatTest,
  isLogicalOperator,
  isNegative,
  negationOf,
  type OperatorDeclaration,
  operatorNames,
  operatorOf,
  rangeOf,
  takesList,
} from "../../src/schema/operators.ts"

const onFields = fieldOperatorsThatTest("equality", "order", "text")
const logical = operatorNames().filter(isLogicalOperator)

test("every operator is an operator on a field or joins filters", () => {
  expect([...onFields, ...logical]).toEqual(operatorNames())
  expect(logical).toEqual(["$and", "$or"])
})

describe.each(onFields)("%s", (operator) => {
  const negation = negationOf(operator)

  test("is the negation of its negation", () => {
    if (negation === undefined) return
    expect(negationOf(negation)).toBe(operator)
    expect(negation).not.toBe(operator)
  })

  test("is the complement of a test exactly if its negation is the test", () => {
    if (isNegative(operator)) expect(negation).toBeDefined()
    if (negation !== undefined) expect(isNegative(negation)).toBe(!isNegative(operator))
  })

  test("takes the same operand as its negation", () => {
    if (negation === undefined) return
    expect(takesList(negation)).toBe(takesList(operator))
    expect(factsOf(negation).kind).toBe(factsOf(operator).kind)
    expect(factsOf(negation).tests).toBe(factsOf(operator).tests)
  })

  test("has a range exactly if it tests an order", () => {
    expect(rangeOf(operator) !== undefined).toBe(factsOf(operator).tests === "order")
  })

  test("takes null exactly if it tests equality", () => {
    expect(factsOf(operator).nullable === true).toBe(factsOf(operator).tests === "equality")
  })

  test("has a negation exactly if it tests equality: null satisfies neither an order nor its opposite", () => {
    expect(negation !== undefined).toBe(factsOf(operator).tests === "equality")
  })
})

test("the ranges of the orders are distinct", () => {
  const ranges = fieldOperatorsThatTest("order").map((operator) => [operator, rangeOf(operator)])
  expect(ranges).toEqual([
    ["$lt", { side: "below" }],
    ["$lte", { side: "below", inclusive: true }],
    ["$gt", { side: "above" }],
    ["$gte", { side: "above", inclusive: true }],
  ])
})

describe("the public declarations", () => {
  const withoutSentences = ({ doc: _, example: __, ...facts }: OperatorDeclaration) => facts

  test("name every operator in the order of declaration", () => {
    expect(Object.keys(operators)).toEqual(operatorNames())
  })

  test.each(operatorNames())("%s has every declared fact, a sentence and an example", (name) => {
    const declaration = operators[name]
    expect(declaration).toMatchObject({ nullable: false, negative: false, ...operatorOf(name) })
    expect(declaration.operand).toBe(
      isLogicalOperator(name)
        ? "filters"
        : onFields.some((one) => one === name && takesList(one))
          ? "list"
          : "scalar",
    )
    expect(declaration.doc).not.toBe("")
    expect(declaration.example).toContain(`"${name}":`)
  })

  test("of equality, order and text", () => {
    expect(withoutSentences(operators.$nin)).toEqual({
      kind: "in",
      tests: "equality",
      operand: "list",
      nullable: true,
      negative: true,
      negation: "$in",
    })
    expect(withoutSentences(operators.$lte)).toEqual({
      kind: "compare",
      tests: "order",
      operand: "scalar",
      nullable: false,
      negative: false,
      range: { side: "below", inclusive: true },
    })
  })
})

describe("names", () => {
  test.each(["constructor", "toString", "__proto__", "hasOwnProperty", "", "eq", "$EQ", "$nor"])(
    "%j is no operator",
    (name) => {
      expect(operatorOf(name)).toBeUndefined()
      expect(fieldOperatorOf(name)).toBeUndefined()
      expect(isLogicalOperator(name)).toBe(false)
    },
  )

  test.each(logical)("%s is no operator on a field", (name) => {
    expect(fieldOperatorOf(name)).toBeUndefined()
    expect(operatorOf(name)).toBeDefined()
  })

  test.each(onFields)("%s is an operator on a field", (name) => {
    expect(fieldOperatorOf(name)).toBe(name)
    expect(isLogicalOperator(name)).toBe(false)
  })
})
