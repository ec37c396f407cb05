import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import { diagrams, diagramsSource } from "../../grammar/tools/diagram.ts"
import { ebnf } from "../../grammar/tools/ebnf.ts"
import { parseTableSource } from "../../grammar/tools/parse-table-source.ts"
import { parserSource } from "../../grammar/tools/parser-source.ts"
import { publishedRules } from "../../grammar/tools/published-rules.ts"

const written = (name: string) =>
  readFile(new URL(`../../grammar/generated/${name}`, import.meta.url), "utf8")

test("the generated parser is up to date: run `npm run grammar`", async () => {
  expect(await written("parser.ts")).toBe(parserSource())
})

test("the parse table is up to date", async () => {
  expect(await written("parse-table.ts")).toBe(parseTableSource())
})

test("the EBNF is up to date", async () => {
  expect(await written("desk-filter.ebnf")).toBe(ebnf())
})

test("the railroad diagrams of the playground are up to date, and need no network", async () => {
  const file = new URL("../../examples/playground/src/help/railroad-diagrams.json", import.meta.url)
  const text = await readFile(file, "utf8")
  expect(text).toBe(diagramsSource())
  expect(text).not.toMatch(/<script|<link|@import|url\(|href|https?:/)
})

test("each rule has a railroad diagram with a title", () => {
  const names = diagrams().map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(publishedRules().map(({ name }) => name)))
  for (const { svg } of diagrams()) expect(svg).toMatch(/^<svg role="img" [^>]*><title>Railroad diagram of /)
})

test("error productions are not published", () => {
  expect(publishedRules().map(({ name }) => name)).toEqual([
    "filter",
    "object",
    "entry",
    "logical",
    "filters",
    "field",
    "fieldValue",
    "operators",
    "operator",
    "operand",
    "list",
    "scalar",
    "string",
    "boolean",
  ])
  expect(ebnf()).not.toMatch(/misplaced|missing/i)
})
