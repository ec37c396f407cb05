import { expect, test } from "vitest"
import * as entry from "../../../src/sql.ts"

/** The exports of desk-filter/sql that are dialects: only a dialect quotes identifiers. */
const exported = Object.entries(entry).filter(
  ([, value]) => typeof value === "object" && value !== null && "identifier" in value,
)

test("every exported dialect is in the registry under the name of its export", () => {
  expect(exported.length).toBeGreaterThan(0)
  expect(Object.fromEntries(exported)).toEqual(entry.dialects)
})
