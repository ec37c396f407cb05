import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { codeOf, tablesOf } from "../documentation/tables.ts"
import { paramsTable } from "./params-table.ts"

const page = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8")

test("docs/errors.md lists the params of every code as the types declare them", () => {
  const table = tablesOf(page).find(({ head }) => head.includes("other params"))
  expect(table?.rows.map(([code = "", ...cells]) => [codeOf(code), ...cells])).toEqual(paramsTable())
})
