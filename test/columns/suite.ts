import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Database, Way } from "./database.ts"
import { prove } from "./prove.ts"
import { type ColumnTable, nameOf } from "./row.ts"

/** How many filters each row is tried with. */
const FILTERS = Number(process.env.COLUMNS_FILTERS ?? 300)
/** The rows to run instead of those that hold: `npm run test:columns -- --pending`. */
const PENDING = process.env.COLUMNS_PENDING !== undefined
/** COLUMNS_SEED repeats a run. */
const SEED = Number(process.env.COLUMNS_SEED ?? Date.now() % 2 ** 32)

/** Proves each row of a table on each way to its database. */
export function columns({ rows, pending }: ColumnTable, ways: readonly Way[], dialect?: string): void {
  const mine = (PENDING ? pending : rows).filter(
    (row) => row.dialect === undefined || row.dialect === dialect,
  )
  for (const way of ways)
    describe(way.name, () => {
      let database: Database
      beforeAll(async () => {
        console.info(`${way.name}: ${FILTERS} filters, COLUMNS_SEED=${SEED}`)
        database = await way.open()
      })
      afterAll(() => database?.close())
      for (const row of mine)
        if (way.kinds?.includes(row.kind) ?? true)
          test(nameOf(row), () => prove(database, row, FILTERS, SEED))
    })
}

/** Fails as long as a row of the table does not hold yet. */
export function nothingIsPending({ pending }: ColumnTable): void {
  test("no row is pending", () => expect(pending.map(nameOf)).toEqual([]))
}
