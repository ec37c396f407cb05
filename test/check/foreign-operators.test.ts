import { describe, expect, test } from "vitest"
import { ALIASES, FOREIGN } from "../../src/check/foreign-operators.ts"
import { operatorNames, operatorOf } from "../../src/schema/operators.ts"

describe("foreign operators", () => {
  test.each([...Object.keys(FOREIGN), ...Object.keys(ALIASES)])(
    "%s is not an operator of the language",
    (name) => {
      expect(operatorOf(name)).toBeUndefined()
    },
  )

  test.each(Object.entries(ALIASES))("the hint for %s names an operator: %s", (_, hint) => {
    expect(operatorNames().some((name) => hint.split(/[ ,]+/).includes(name))).toBe(true)
  })
})
