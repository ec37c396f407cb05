import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parseFilter } from "../../src/index.ts"
import { filterText } from "../arbitraries/filters.ts"
import { records } from "../arbitraries/people.ts"
import { people } from "../conformance/people.ts"
import type { Engine } from "../engines/engine.ts"
import { openPglite } from "../engines/pglite.ts"
import { openPredicate } from "../engines/predicate.ts"
import { openSqlite } from "../engines/sqlite.ts"
import { runs } from "./runs.ts"

/** Engines, and how many digits of a second their columns hold. */
const engines = [
  { name: "SQLite, iso-millis", open: () => openSqlite(), digits: 3, usual: 100 },
  {
    name: "SQLite, epoch-seconds, NOCASE",
    open: () => openSqlite("epoch-seconds", "NOCASE"),
    digits: 0,
    usual: 50,
  },
  {
    name: "SQLite, epoch-millis, RTRIM",
    open: () => openSqlite("epoch-millis", "RTRIM"),
    digits: 3,
    usual: 50,
  },
  { name: "SQLite, epoch-micros", open: () => openSqlite("epoch-micros"), digits: 6, usual: 50 },
  { name: "PostgreSQL (PGlite)", open: openPglite, digits: 6, usual: 50 },
]

describe.each(engines)("$name", ({ open, digits, usual }) => {
  let engine: Engine
  let predicate: Engine
  beforeAll(async () => {
    engine = await open()
    predicate = await openPredicate()
  })
  afterAll(() => engine.close())

  test("finds the records that the predicate keeps", async () => {
    const filters = fc.array(
      filterText.map((text) => parseFilter(people, text)),
      { minLength: 10, maxLength: 10 },
    )
    await fc.assert(
      fc.asyncProperty(records(digits, 30), filters, async (records, filters) => {
        await engine.load(records)
        await predicate.load(records)
        for (const filter of filters) expect(await engine.find(filter)).toEqual(await predicate.find(filter))
      }),
      runs(usual),
    )
  })
})
