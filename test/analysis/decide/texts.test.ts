import { expect, test } from "vitest"
import { disjoint, implies } from "../../../src/analysis.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import { expectAllDecided } from "./all-decided.ts"
import { overlappingWorlds, textWorlds } from "./worlds.ts"

test.each(Object.entries({ ...textWorlds, ...overlappingWorlds }))(
  "of 3,000 pairs of filters, no answer is unsound, and none is missed: %s",
  (_, world) => expectAllDecided(world),
)

const schema = defineSchema({ x: field.string() })
const filter = (text: string) => parseFilter(schema, text)
const either = filter('{"$or":[{"x":{"$contains":"a"}},{"x":{"$contains":"r"}}]}')

test("what is missed: a text is inside of all texts above another one", () => {
  const above = filter('{"x":{"$gt":"\u{10ffff}"}}')
  expect(implies(above, filter('{"x":{"$contains":"\u{10ffff}"}}'))).toEqual({ answer: "unknown" })
  expect(disjoint(above, either)).toEqual({ answer: "no", record: { x: "\u{10ffff}a" } })
})
