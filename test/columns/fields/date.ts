import type { Random } from "../random.ts"
import { type FieldValues, ORDERED } from "./field-values.ts"

const DAY = 86_400_000

export const date: FieldValues = {
  operators: ORDERED,
  values: [
    ...["2024-01-01", "2024-02-29", "2024-03-01", "2023-12-31", "1970-01-01", "1969-12-31", "1999-12-31"],
    ...["2000-01-01", "2000-02-29", "1900-01-01", "1899-12-31", "1925-01-01", "2149-06-06", "2299-12-31"],
    ...["0001-01-01", "9999-12-31", "1000-01-01", "1582-10-04", "1582-10-15", "2024-03-10", "2024-11-03"],
    ...["0000-01-01", "0000-02-29", "0000-12-31", "2038-01-19", "2038-01-20", "1582-10-10"],
  ],
  random: (random) => isoDate((random.below(40_000) - 5000) * DAY),
  record: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined),
  recordValue: (value) => value,
  neighbour: (random, value) => neighbouring(random, value),
  foreign: ["0000-01-01", "0001-01-01", "9999-12-31", "1582-10-10", "2149-06-07", "2300-01-01", "1899-12-31"],
  operand: (_, value) => ({ json: `"${value}"`, value }),
}

function neighbouring(random: Random, value: string): string {
  const moved = Date.parse(`${value}T00:00:00Z`) + random.pick([-1, 1]) * DAY
  const text = new Date(moved).toISOString()
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : value
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
