import { parseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
import type { Customer } from "../examples/demo/customers.ts"
import { type MeasureOptions, timeEach } from "./clock.ts"
import { type Contender, contenders } from "./contenders.ts"
import { otherFilter, sixConditions } from "./filters.ts"
import { textFor } from "./scan.ts"
import { duration, ratio, type Table } from "./table.ts"

/** Many short rounds, because other load on the machine then spoils only some of them. */
const brief: MeasureOptions = { rounds: 15, millis: 12 }

/**
 * The text as a server receives it: decoded from bytes. What JSON.stringify returns is a tree of pieces in V8, so that
 * each access to a character takes an extra step.
 */
function received(text: string): string {
  return Buffer.from(text).toString()
}

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

/** Times the way from a text to a checked filter. JSON.parse, which checks nothing and keeps no spans, is the baseline. */
export async function filterTable(): Promise<Table> {
  const rows: string[][] = []
  for (const [name, written] of Object.entries(texts)) {
    const text = received(written)
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
    note: "`parseFilter` scans and parses the text and checks it against the schema. JSON.parse is native code of V8 and checks nothing.",
    columns: ["", "characters", "JSON.parse", "filter", "× JSON.parse"],
    rows,
  }
}

/** Times the way from a text to the first result of a predicate, for one repeated text and for new texts. */
export async function predicateTable(customer: Customer): Promise<Table> {
  const once = Object.fromEntries(
    contenders.map((contender) => [contender.name, timeOnce(contender, customer)]),
  )
  const again = await timeEach(
    Object.fromEntries(
      contenders.map((contender) => {
        const text = received(textFor(contender, sixConditions))
        return [contender.name, () => contender.compile(text)(customer)]
      }),
    ),
    brief,
  )
  const nearest = "@ucast/mongo2js"
  return {
    title: "Text → predicate",
    note:
      "From the text to the first result. The other libraries start with JSON.parse and check nothing. V8 caches " +
      "compiled code by its source. The generated source contains no values, so filters of one shape share it.",
    columns: ["", "six conditions, repeated", `× ${nearest}`, "new filters, each once", `× ${nearest}`],
    rows: contenders.map(({ name }) => [
      name,
      duration(again[name] as number),
      ratio(again[name] as number, again[nearest] as number),
      duration(once[name] as number),
      ratio(once[name] as number, once[nearest] as number),
    ]),
  }
}

/** The number of filters for the warm-up, and the number of new filters in each timed group. */
const WARM_UP = 100
const GROUP = 100

/**
 * Nanoseconds for a filter that the process has not seen, after a warm-up with other filters. It is the best of five
 * groups of new filters, which had the least interference.
 */
function timeOnce(contender: Contender, customer: Customer): number {
  const textsOf = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => received(textFor(contender, otherFilter(from + i))))
  const seen = textsOf(0, WARM_UP)
  for (let time = 0; time < 100; time++) for (const text of seen) contender.compile(text)(customer)
  return Math.min(
    ...Array.from({ length: 5 }, (_, group) => {
      const texts = textsOf(WARM_UP + group * GROUP, WARM_UP + (group + 1) * GROUP)
      const start = performance.now()
      for (const text of texts) contender.compile(text)(customer)
      return ((performance.now() - start) * 1e6) / GROUP
    }),
  )
}
