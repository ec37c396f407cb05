import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import { diagram } from "../../grammar/tools/diagram.ts"
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

test("the diagram is up to date and needs no network", async () => {
  const page = await written("diagram.html")
  expect(page).toBe(diagram())
  expect(page).not.toMatch(/<script|<link|@import|url\(|https?:/)
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
