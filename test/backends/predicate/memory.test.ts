import { expect, test } from "vitest"
import { runInNode } from "../../fresh-process.ts"

/** Creates ten thousand predicates of six conditions, all with different values, and calls each one. */
const program = (jit: boolean) => `
  import { filterBuilder } from "./builder.ts"
  import { customers } from "./desk.ts"
  import { toPredicate } from "./predicate.ts"
  const { and, or, eq, ne, gt, contains, oneOf } = filterBuilder(customers)
  const record = { id: 1, state: "active", firstName: "Ann", createdAt: "2025-01-01T00:00:00.000Z", contacts: [] }
  const make = (i) => toPredicate(
    and(
      or(ne("state", "s" + i), gt("createdAt", new Date(i))),
      or(contains("firstName", "n" + i), oneOf("id", [i, i + 1, i + 2]), eq("contacts.value", "v" + i), eq("createdBy", i)),
    ),
    { jit: ${jit} },
  )
  const used = () => (gc(), process.memoryUsage().heapUsed)
  make(0)(record)
  const before = used()
  const predicates = Array.from({ length: 10_000 }, (_, i) => make(i))
  const kept = predicates.filter((matches) => matches(record)).length
  const bytes = (used() - before) / predicates.length
  console.log(JSON.stringify({ kept, small: bytes > 100 && bytes < 6 * 1024 }))`

test.each([false, true])("a predicate keeps less than 1 kB for each of its conditions; jit: %s", (jit) => {
  // The record has id 1, which only the lists starting with 0 and 1 contain.
  expect(runInNode(program(jit), ["--expose-gc"])).toEqual({ kept: 2, small: true })
})
