import type { RowDataPacket } from "mysql2/promise"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { mariadb, mysql, sqlMapping, toSql } from "../../src/sql.ts"
import { createSchema } from "./mariadb.ts"
import { TIME_ZONE } from "./start/mariadb.ts"

/** In New York, 02:00 is 03:00 on the first of these days, and the hour from 01:00 comes twice on the second. */
const TRANSITIONS = ["2024-03-10T07:00:00Z", "2024-11-03T06:00:00Z"]
/** Seconds from a transition. */
const DISTANCES = [-7200, -5400, -3600, -3599, -1800, -1, 0, 1, 1800, 3599, 3600, 5400, 7200, 86_400, -86_400]

const instants = TRANSITIONS.flatMap((transition) =>
  DISTANCES.map((seconds) => new Date(Date.parse(transition) + seconds * 1000).toISOString()),
)
const schema = defineSchema({ at: field.datetime() })
const mapping = sqlMapping(schema, { columns: { at: { type: "timestamp" } } })

describe("TIMESTAMP where the clock is changed", () => {
  let database: Awaited<ReturnType<typeof createSchema>>
  beforeAll(async () => {
    database = await createSchema()
    const { connection } = database
    await connection.query("CREATE TABLE stamps (id INT PRIMARY KEY, at TIMESTAMP NULL, KEY (at))")
    // In another zone, one of two instants with the same name could not be written.
    await connection.query("SET time_zone = '+00:00'")
    for (const [id, instant] of instants.entries())
      await connection.query("INSERT INTO stamps VALUES (?, ?)", [id, instant.slice(0, 19).replace("T", " ")])
  })
  afterAll(() => database.drop())

  const zones = [TIME_ZONE, "+00:00", "+05:30", "-05:00"]
  const cases = [mysql, mariadb].flatMap((dialect) => zones.map((zone) => ({ dialect, zone })))
  test.each(cases)("$dialect.name in $zone", async ({ dialect, zone }) => {
    const { connection } = database
    await connection.query("SET time_zone = ?", [zone])
    const operands = instants.flatMap((instant, i) => [
      instant,
      { $in: [instant, instants[(i + 7) % instants.length]] },
      ...["$ne", "$lt", "$lte", "$gt", "$gte"].map((operator) => ({ [operator]: instant })),
    ])
    for (const at of operands) {
      const filter = parseFilter(schema, JSON.stringify({ at }))
      const { text, values } = toSql(filter, dialect, mapping)
      const matches = toPredicate<{ at: string }>(filter)
      const expected = [...instants.keys()].filter((id) => matches({ at: instants[id] ?? "" }))
      for (const index of ["FORCE", "IGNORE"]) {
        const [rows] = await connection.execute<RowDataPacket[]>(
          `SELECT id FROM stamps ${index} INDEX (at) WHERE ${text} ORDER BY id`,
          values as string[],
        )
        expect([at, rows.map(({ id }) => id)]).toEqual([at, expected])
      }
    }
  })

  test("two instants have one name in the zone", async () => {
    const { connection } = database
    await connection.query("SET time_zone = ?", [TIME_ZONE])
    const [[row]] = await connection.query<RowDataPacket[]>(
      "SELECT COUNT(*) AS instants, COUNT(DISTINCT CAST(at AS CHAR)) AS names FROM stamps",
    )
    expect(Number(row?.instants)).toBe(instants.length)
    expect(Number(row?.names)).toBeLessThan(instants.length)
  })
})
