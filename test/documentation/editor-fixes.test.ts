import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { applyEdits, diagnose } from "../../src/editor.ts"

const page = readFileSync(new URL("../../docs/editor.md", import.meta.url), "utf8")
const [, table = ""] = page.split("| mistake | fix |\n|---|---|\n")
const rows = [...table.matchAll(/^\| `(.*)` \| `(.*)` \|$/gm)].map(([, mistake = "", fixed = ""]) => [
  mistake,
  fixed,
])

test("docs/editor.md has a table of fixes", () => {
  expect(rows.length).toBeGreaterThan(10)
})

test.each(rows)("%s becomes %s", (mistake = "", fixed = "") => {
  const [fix] = diagnose(customers, mistake)[0]?.fixes ?? []
  expect(fix && applyEdits(mistake, fix.edits)).toBe(fixed)
})
