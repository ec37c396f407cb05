import { describe, expect, test } from "vitest"
import { runInNode } from "../../fresh-process.ts"

describe("the option jit", () => {
  const program = `
    import { filterBuilder } from "./builder.ts"
    import { customers } from "./desk.ts"
    import { toPredicate } from "./predicate.ts"
    const filter = filterBuilder(customers).eq("state", "active")
    const found = {}
    for (const jit of [false, true, "auto"]) {
      try {
        found[jit] = toPredicate(filter, { jit })({ state: "active" })
      } catch (error) {
        found[jit] = error.name + ": " + error.message
      }
    }
    console.log(JSON.stringify(found))`

  test("throws for true and falls back to closures for auto if code generation is forbidden", () => {
    expect(runInNode(program, ["--disallow-code-generation-from-strings"])).toEqual({
      false: true,
      true: 'EvalError: Code generation is forbidden here: omit jit, or use "auto"',
      auto: true,
    })
  })

  test("works with every value if code generation is allowed", () => {
    expect(runInNode(program, [])).toEqual({ false: true, true: true, auto: true })
  })
})
