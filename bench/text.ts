import { parseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
import type { Customer } from "../examples/demo/customers.ts"
import { type Patience, timeEach } from "./clock.ts"
import { type Contender, contenders } from "./contenders.ts"
import { otherFilter, sixConditions } from "./filters.ts"
import { textFor } from "./scan.ts"
import { duration, ratio, type Table } from "./table.ts"

/** Short works are disturbed as a whole or not at all, so there are many turns. */
const brief: Patience = { turns: 15, millis: 12 }

const texts: Readonly<Record<string, string>> = {
  "one condition": '{"state":"active"}',
  "six conditions": JSON.stringify(sixConditions),
  "six conditions, indented": JSON.stringify(sixConditions, null, 2),
  "a list of 100 names": JSON.stringify({
    firstName: { $in: Array.from({ length: 100 }, (_, i) => `name ${i}`) },
  }),
  "a list of 100 ids": JSON.stringify({
    id: { $in: Array.from({ length: 100 }, (_, i) => 1_000_000 + i * 7) },
  }),
}

/** From a text to a checked filter, with JSON.parse for comparison: it checks nothing and knows no places. */
export async function filterTable(): Promise<Table> {
  const rows: string[][] = []
  for (const [name, text] of Object.entries(texts)) {
    const times = await timeEach(
      { json: () => JSON.parse(text), filter: () => parseFilter(customers, text) },
      brief,
    )
    rows.push([
      name,
      String(text.length),
      duration(times.json),
      duration(times.filter),
      ratio(times.filter, times.json),
    ])
  }
  return {
    title: "Text → filter",
    note: "Scanned, parsed and checked against the schema. JSON.parse is the engine's own: it checks nothing and is not written in JavaScript.",
    columns: ["", "characters", "JSON.parse", "filter", "× JSON.parse"],
    rows,
  }
}

/** From a text to the first answer of a predicate: the same text over and over, and texts that are new. */
export async function predicateTable(customer: Customer): Promise<Table> {
  const once = Object.fromEntries(
    contenders.map((contender) => [contender.name, timeOnce(contender, customer)]),
  )
  const again = await timeEach(
    Object.fromEntries(
      contenders.map((contender) => {
        const text = textFor(contender, sixConditions)
        return [contender.name, () => contender.compile(text)(customer)]
      }),
    ),
    brief,
  )
  const nearest = "@ucast/mongo2js"
  return {
    title: "Text → predicate",
    note:
      "From the text to the first answer; the peers begin with JSON.parse and check nothing. An engine keeps " +
      "what it made of generated code, so the same filter costs less the second time, whatever its values are.",
    columns: [
      "",
      "six conditions, again and again",
      `× ${nearest}`,
      "new filters, each once",
      `× ${nearest}`,
    ],
    rows: contenders.map(({ name }) => [
      name,
      duration(again[name] as number),
      ratio(again[name] as number, again[nearest] as number),
      duration(once[name] as number),
      ratio(once[name] as number, once[nearest] as number),
    ]),
  }
}

/** How many filters are seen before, and how many new ones are timed at a time. */
const SEEN = 100
const NEW = 100

/**
 * Nanoseconds for a filter such as none has come before, when others have, over and over: of five times so many new
 * ones, those that were disturbed least.
 */
function timeOnce(contender: Contender, customer: Customer): number {
  const textsOf = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => textFor(contender, otherFilter(from + i)))
  const seen = textsOf(0, SEEN)
  for (let time = 0; time < 100; time++) for (const text of seen) contender.compile(text)(customer)
  return Math.min(
    ...Array.from({ length: 5 }, (_, group) => {
      const texts = textsOf(SEEN + group * NEW, SEEN + (group + 1) * NEW)
      const start = performance.now()
      for (const text of texts) contender.compile(text)(customer)
      return ((performance.now() - start) * 1e6) / NEW
    }),
  )
}
