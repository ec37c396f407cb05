import { describe, expect, test } from "vitest"
import { postgres, sqlite } from "../../../src/sql.ts"
import { sqlOf } from "./column-fields.ts"

// 2^53, to which 2^53 + 1 rounds too.
const BIG = 9007199254740992
const [LEAST, GREATEST] = [9007199254740992n, 9007199254740993n]

describe("a double that several numbers of the column equal", () => {
  test.each<readonly [condition: object, text: string, values: readonly unknown[]]>([
    [{ $ne: BIG }, "(`v` IS NULL OR NOT (`v` >= ? AND `v` <= ?))", [LEAST, GREATEST]],
    [{ $nin: [BIG, null] }, "NOT (`v` >= ? AND `v` <= ?)", [LEAST, GREATEST]],
    [
      { $nin: [BIG, 5] },
      "(`v` IS NULL OR (`v` NOT IN (?) AND NOT (`v` >= ? AND `v` <= ?)))",
      [5, LEAST, GREATEST],
    ],
    [{ $in: [BIG, 5, null] }, "(`v` IS NULL OR `v` IN (?) OR (`v` >= ? AND `v` <= ?))", [5, LEAST, GREATEST]],
    [{ $lt: BIG }, "`v` < ?", [LEAST]],
    [{ $lte: BIG }, "`v` <= ?", [GREATEST]],
    [{ $gt: BIG }, "`v` > ?", [GREATEST]],
    [{ $gte: BIG }, "`v` >= ?", [LEAST]],
  ])("%j finds all of them or none", (condition, text, values) => {
    expect(sqlOf(sqlite, "number", { type: "NUMERIC" }, condition)).toEqual({ text, values })
  })
})

// The number in the middle of two doubles rounds to the one whose last bit is 0: to 0.1, and not to 0.3.
describe.each([
  [0.1, true],
  [0.3, false],
])("the numbers that round to %d", (double, includesEnds) => {
  const sqlFor = (condition: unknown) => sqlOf(postgres, "number", { type: "numeric" }, condition)
  const [from, to] = sqlFor(double).values

  test("begin and end in the middle between doubles", () => {
    expect([from, to].map((end) => Number(end) === double)).toEqual([includesEnds, includesEnds])
    expect(String(from) < String(double) && String(double) < String(to)).toBe(true)
  })

  test.each<readonly [condition: (double: number) => unknown, included: string, excluded: string]>([
    [(value) => value, '("v" >= FROM AND "v" <= TO)', '("v" > FROM AND "v" < TO)'],
    [
      (value) => ({ $ne: value }),
      '("v" IS NULL OR NOT ("v" >= FROM AND "v" <= TO))',
      '("v" IS NULL OR NOT ("v" > FROM AND "v" < TO))',
    ],
    [(value) => ({ $lt: value }), '"v" < FROM', '"v" <= FROM'],
    [(value) => ({ $lte: value }), '"v" <= TO', '"v" < TO'],
    [(value) => ({ $gt: value }), '"v" > TO', '"v" >= TO'],
    [(value) => ({ $gte: value }), '"v" >= FROM', '"v" > FROM'],
  ])("%o", (condition, included, excluded) => {
    const { text, values } = sqlFor(condition(double))
    const named = text.replace(/\$(\d)::numeric/g, (_, position) =>
      values[Number(position) - 1] === from ? "FROM" : "TO",
    )
    expect(named).toBe(includesEnds ? included : excluded)
  })
})
