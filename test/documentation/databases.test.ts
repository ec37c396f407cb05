import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { dialects } from "../../src/sql.ts"
import { testedOn, withDatabasesTable } from "./databases-table.ts"

const pageAt = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")

test("the table of docs/databases.md matches the registry; `npm run readme` updates it", () => {
  const page = pageAt("docs/databases.md")
  expect(page).toBe(withDatabasesTable(page))
})

test("the table gives the engines of a dialect once each, or the reason why no engine tests it", () => {
  const withoutEngine = { notSupported: "no engine runs here" }
  expect(testedOn([{ on: ["DuckDB"] }, withoutEngine, { on: ["DuckDB"] }])).toBe("DuckDB 1.5")
  expect(testedOn([withoutEngine, withoutEngine])).toBe("not tested: no engine runs here")
})

test.each(Object.keys(dialects))("the README and docs/cli.md name the dialect %s", (name) => {
  const lineWith = (page: string, start: string) => page.split("\n").find((line) => line.startsWith(start))
  expect(lineWith(pageAt("README.md"), "The dialects are ")).toContain(`\`${name}\``)
  expect(lineWith(pageAt("docs/cli.md"), "| `--dialect")).toContain(`\`${name}\``)
})
