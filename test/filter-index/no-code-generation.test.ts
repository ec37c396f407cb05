import { expect, test } from "vitest"
import { runInNode } from "../fresh-process.ts"

test("an index works where code generation is forbidden, as under a Content Security Policy", () => {
  const program = `
    import { filterBuilder } from "./builder.ts"
    import { customers } from "./desk.ts"
    import { filterIndex } from "./filter-index.ts"
    const { and, contains, eq, gt, ne, noneOf, oneOf, or } = filterBuilder(customers)
    const index = filterIndex(customers)
      .set("equal", eq("state", "active"))
      .set("list", oneOf("id", [1, 2, 3]))
      .set("other", noneOf("id", [1, 2, 3]))
      .set("range", gt("createdAt", "2024-01-01"))
      .set("text", contains("contacts.value", "@example.com"))
      .set("nested", or(ne("state", "active"), and(eq("id", 2), contains("firstName", "A"))))
    const before = { id: 2, state: "active", firstName: "Ann", createdAt: new Date("2025-01-01") }
    const found = index.match(before).sort()
    const { entered, left } = index.change(before, { id: 4, contacts: [{ value: "ann@example.com" }] })
    index.delete("list")
    let generated = true
    try {
      new Function("")
    } catch {
      generated = false
    }
    console.log(JSON.stringify({ found, entered: entered.sort(), left: left.sort(), rest: index.match({ id: 1 }), generated }))`
  expect(runInNode(program, ["--disallow-code-generation-from-strings"])).toEqual({
    found: ["equal", "list", "nested", "range"],
    entered: ["other", "text"],
    left: ["equal", "list", "range"],
    rest: ["nested"],
    generated: false,
  })
})
