import fc from "fast-check"
import { expect, test } from "vitest"
import { parseFilter } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"
import { filterText } from "../../arbitraries/filters.ts"
import { records } from "../../arbitraries/people.ts"
import { type Person, people } from "../../conformance/people.ts"
import { runs } from "../../properties/runs.ts"
import { found, isRefused, refuses } from "./mingo.ts"

test("a query finds the records that the predicate keeps, or it is refused for a known reason", () => {
  fc.assert(
    fc.property(filterText, records(3), (text, list) => {
      const filter = parseFilter(people, text)
      expect(refuses(filter)).toBe(isRefused(filter))
      if (isRefused(filter)) return
      const keeps = list.filter(toPredicate<Person>(filter)).map(({ id }) => id)
      expect(found(filter, list)).toEqual(keeps)
    }),
    runs(4000),
  )
})
