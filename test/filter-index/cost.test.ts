import { describe, expect, test } from "vitest"
import { runInNode } from "../fresh-process.ts"
import { linear, lists, type Measured, selective, single } from "./workloads.ts"

const program = `
  import { measureAll } from "../test/filter-index/workloads.ts"
  console.log(JSON.stringify(measureAll()))`

/** What each workload did with 1,000 filters and with 4,000. */
const measured = runInNode(program, ["--no-opt"]) as Readonly<Record<string, readonly [Measured, Measured]>>

function workOf(name: string): readonly [few: number, many: number] {
  const [few, many] = measured[name] ?? []
  if (few === undefined || many === undefined) throw new Error(`Nothing was measured: ${measured}`)
  expect([few.found, many.found]).toEqual([few.expected, many.expected])
  expect(few.work).toBeGreaterThan(0)
  return [few.work, many.work]
}

describe("to find few filters takes less than to look at each one", () => {
  test.each(Object.keys(selective))("%s", (name) => {
    const [few, many] = workOf(name)
    expect(many).toBeLessThan(4000)
    expect(many).toBeLessThan(2 * few)
  })
})

describe("what is done to one filter does not depend on the others", () => {
  test.each(Object.keys(single))("%s", (name) => {
    const [few, many] = workOf(name)
    expect(many).toBeLessThan(1.5 * few)
  })
})

describe("four times as many filters take about four times as much", () => {
  test.each(Object.keys(linear))("%s", (name) => {
    const [few, many] = workOf(name)
    expect(many).toBeLessThan(5.5 * few)
  })
})

describe("longer lists take no longer to match", () => {
  test.each(Object.keys(lists))("%s", (name) => {
    const [few, many] = workOf(name)
    expect(many).toBeLessThan(1.5 * few)
  })
})
