import { type Filter, parseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
import { toPredicate } from "desk-filter/predicate"
import type { Customer } from "../examples/demo/customers.ts"
import type { Line } from "./chart.ts"
import { type MeasureOptions, timeEach } from "./clock.ts"
import { count } from "./scan.ts"
import { duration, type Table } from "./table.ts"

/** The growth of a cost with a size. */
export interface Growth extends Line {
  readonly unit: string
}

const brief: MeasureOptions = { rounds: 3, millis: 20 }

/** The tasks that are measured for each size of filter. */
const tasks = {
  parse: (text: string) => () => parseFilter(customers, text),
  compile: (_: string, filter: Filter) => () => toPredicate(filter),
  scan: (_: string, filter: Filter, records: readonly Customer[]) => {
    const matches = toPredicate<Customer>(filter)
    return () => count(records, matches)
  },
} as const

/** Measures parsing, compiling and scanning by length of the text, length of a list and number of records. */
export async function growths(records: readonly Customer[]): Promise<Growth[]> {
  const few = records.slice(0, 1000)
  const byLength = [100, 250, 640, 1600, 4000, 16_000].map((length) => [length, textOf(length)] as const)
  const byList = [1, 4, 16, 64, 256, 1000].map((items) => [items, listOf(items)] as const)
  const lines: Growth[] = []
  for (const [unit, texts] of [
    ["characters", byLength],
    ["items of a list", byList],
  ] as const) {
    for (const [name, task] of Object.entries(tasks)) {
      const points: [number, number][] = []
      for (const [size, text] of texts) {
        const filter = parseFilter(customers, text)
        const { nanos } = await timeEach({ nanos: task(text, filter, few) }, brief)
        points.push([size, nanos])
      }
      lines.push({ name: `${name}, by ${unit}`, unit, points })
    }
  }
  const filter = parseFilter(customers, '{"state":"active","createdAt":{"$gte":"2025-01-01"}}')
  const points: [number, number][] = []
  for (const size of [1e2, 1e3, 1e4, 1e5, 1e6]) {
    const some = Array.from({ length: size }, (_, i) => records[i % records.length] as Customer)
    const { nanos } = await timeEach({ nanos: tasks.scan("", filter, some) }, brief)
    points.push([size, nanos])
  }
  return [...lines, { name: "scan, by records", unit: "records", points }]
}

/** A flat filter of about this many characters. */
function textOf(length: number): string {
  const parts: string[] = []
  for (let size = 8; size < length; size += (parts.at(-1) ?? "").length + 1)
    parts.push(`{"id":${1_000_000 + parts.length},"firstName":"somebody called ${parts.length}"}`)
  return `{"$or":[${parts.join()}]}`
}

function listOf(items: number): string {
  return JSON.stringify({ id: { $in: Array.from({ length: items }, (_, i) => 1_000_000 + i * 7) } })
}

/**
 * The exponent of the growth: 1 means that twice the size takes twice the time. It uses the larger half of the sizes,
 * because fixed costs dominate the smaller half.
 */
function slope({ points }: Growth): number {
  const upper = points
    .slice(points.length >> 1)
    .map(([size, nanos]) => [Math.log(size), Math.log(nanos)] as const)
  const mean = (at: 0 | 1) => upper.reduce((sum, point) => sum + point[at], 0) / upper.length
  const [x, y] = [mean(0), mean(1)]
  const covariance = upper.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return covariance / upper.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

export function growthTable(growths: readonly Growth[]): Table {
  return {
    title: "Cost against size",
    note:
      "The exponent is that of the larger half of the sizes: 1 is linear growth, 0 is none. A predicate looks up a value in a " +
      "set, so the length of a list does not affect scanning. growth.svg shows the chart.",
    columns: ["", "from", "to", "exponent"],
    rows: growths.map((growth) => {
      const [first, last] = [growth.points[0], growth.points.at(-1)]
      const ends = [first, last].map((point) =>
        point === undefined ? "" : `${point[0].toLocaleString("en")}: ${duration(point[1])}`,
      )
      return [growth.name, ...ends, slope(growth).toFixed(2)]
    }),
  }
}
