import { duration, type Row, type Table } from "../table.ts"
import { CLOSURES, INDEX, type Saved } from "./contenders.ts"
import { assertAgreement, enter, passOf } from "./match.ts"
import type { Ticket } from "./tickets.ts"
import { type Turns, timeTurns } from "./turns.ts"
import type { Workload } from "./workloads.ts"

export const SIZES = [1000, 3000, 10_000, 30_000, 100_000] as const

/** The goals for selective filters. The time holds for a machine where the loop takes 15 ms or more. */
const MOST_GROWTH = 0.7
const MOST_NANOS = 250e3

/** On how many records the loop is measured. */
const LOOPED = 20

/** How the time of a match grows with the number of filters. */
export async function growthOf(
  workload: Workload,
  saved: readonly Saved[],
  records: readonly Ticket[],
  turns: Turns,
): Promise<Row> {
  const indexes = SIZES.map((size) => enter(INDEX, saved.slice(0, size), records))
  const loop = enter(CLOSURES, saved, records.slice(0, LOOPED))
  for (const index of indexes) await assertAgreement(index, loop, 3)
  const times = await timeTurns(
    Object.fromEntries(
      [...indexes, loop].map((one) => [`${one.contender.name} ${one.filters}`, passOf(one)]),
    ),
    turns,
  )
  const nanos = SIZES.map((size) => times[`${INDEX.name} ${size}`] ?? Number.NaN)
  const loopNanos = times[`${CLOSURES.name} ${loop.filters}`] ?? Number.NaN
  const growth = exponent(SIZES.map((size, i) => [size, nanos[i] ?? Number.NaN]))
  const mark = (missed: boolean) => (missed && workload === "selective" ? " (!)" : "")
  return [
    workload,
    ...nanos.map((time, i) => duration(time) + mark(i === SIZES.length - 1 && time > MOST_NANOS)),
    growth.toFixed(2) + mark(growth > MOST_GROWTH),
    duration(loopNanos),
    `1/${(loopNanos / (nanos.at(-1) ?? Number.NaN)).toFixed(0)}`,
  ]
}

export function growthTable(rows: readonly Row[]): Table {
  return {
    title: "Growth",
    note:
      "One record, and the exponent of the growth by least squares over all sizes: 1 is linear, 0 is none. The last columns are the loop over closures " +
      `with the most filters, on ${LOOPED} records. The goals for selective filters: an exponent of at most ${MOST_GROWTH}, and at most ${duration(MOST_NANOS)} where the loop takes 15 ms or more. ` +
      "(!) marks what misses its goal.",
    columns: [
      "",
      ...SIZES.map((size) => size.toLocaleString("en")),
      "exponent",
      "loop over closures",
      "index / loop",
    ],
    rows,
  }
}

/** The slope of the line of least squares through the logarithms. */
export function exponent(points: readonly (readonly [size: number, nanos: number])[]): number {
  const logs = points.map(([size, nanos]) => [Math.log(size), Math.log(nanos)] as const)
  const mean = (at: 0 | 1) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const covariance = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return covariance / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}
