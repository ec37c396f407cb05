import { expect, test } from "vitest"
import { implies, parseFilter } from "../../../src/index.ts"
import { people } from "../../conformance/people.ts"
import { expectAllDecided } from "./all-decided.ts"
import { relatedWorlds } from "./worlds.ts"

test.each(Object.entries(relatedWorlds))(
  "3,000 pairs of filters on relations to many are all decided: %s",
  (_, world) => expectAllDecided(world),
)

test("a related record has some value or none in each of its fields", () => {
  const due = parseFilter(people, '{"tags.due":{"$lte":"1900-01-01"}}')
  const both = parseFilter(people, '{"tags.name":{"$gte":"","$eq":null}}')
  const either = parseFilter(people, '{"$or":[{"tags.name":{"$gte":""}},{"tags.name":null}]}')
  expect(implies(due, both).answer).toBe("no")
  expect(implies(due, either).answer).toBe("yes")
})
