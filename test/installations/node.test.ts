import { describe, expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import { answers } from "./answers.ts"
import { consumers, node, nodes, run, withModules } from "./run.ts"

describe.each(nodes)("Node %s", (version) => {
  const folder = withModules(consumers())

  test.each(["import.mjs", "require.cjs"])("runs %s", async (file) => {
    expect(JSON.parse(await run([node(version), file], folder))).toEqual(answers)
  })

  test("loads one copy of the package for import and for require", async () => {
    expect(JSON.parse(await run([node(version), "both.mjs"], folder))).toEqual([])
  })
})

test("where two copies meet, each knows the errors of the other and refuses its filters", async () => {
  const twoCopies = "--no-experimental-require-module"
  const found = JSON.parse(await run([node("22"), twoCopies, "copies.mjs"], withModules(consumers())))
  expect(found).toEqual({
    copies: 2,
    name: "FilterError",
    isFilterError: true,
    refusal: expect.stringContaining("another copy of desk-filter"),
  })
})

test("the first release is the oldest that the package allows", () => {
  expect(manifest.engines.node).toBe(`>=${nodes[0]}`)
})
