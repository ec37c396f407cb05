import { afterAll, beforeAll, expect, test } from "vitest"
import { ofTenant, visibleCustomers } from "../../../examples/desk-customers/customers/schema.ts"
import { generateTenants } from "../../../examples/desk-customers/database/generate.ts"
import {
  sampleChanges,
  sampleFilters,
} from "../../../examples/desk-customers/subscriptions/sample-filters.ts"
import { parseFilter } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"
import { Received } from "./received.ts"
import { type Served, serve } from "./serve.ts"

const SUBSCRIPTIONS = 10_000
const CUSTOMERS = 1000
const [north] = generateTenants(CUSTOMERS)
const customers = north?.customers ?? []

let served: Served
beforeAll(async () => {
  served = await serve(CUSTOMERS, undefined, { subscriptions: { maxPerTenant: SUBSCRIPTIONS + 1 } })
})
afterAll(() => served?.close())

test("10,000 subscriptions get every event of an update of 1,000 customers, and no other", async () => {
  const subscribe = async (filter: string) => {
    const { status, body } = await served.ask("/subscriptions.json", { method: "POST", body: { filter } })
    expect(status).toBe(201)
    return body.subscription.id as string
  }
  const stop = new AbortController()
  const { address, keys } = served
  const all = await Received.open(address, keys.north, { signal: stop.signal })
  const filters = sampleFilters(SUBSCRIPTIONS)
  const ids: string[] = []
  // One request after another would take about three times as long.
  for (let i = 0; i < filters.length; i += 50)
    ids.push(...(await Promise.all(filters.slice(i, i + 50).map(subscribe))))
  const [, , third = ""] = ids
  const one = await Received.open(address, keys.north, { signal: stop.signal, subscription: third })

  const job = await served.update(sampleChanges, { allowAll: "true", includeArchived: "true" })
  expect(job).toMatchObject({ state: "done", updated: CUSTOMERS })
  // The events of a later update come last.
  const mark = await subscribe('{"avatarURL":"mark"}')
  await served.update({ filter_args: { filter: { id: 1 } }, avatarURL: "mark" })
  await all.until("entered", mark)

  const updatedAt = new Date().toISOString()
  const pairs = customers.map((customer) => {
    const before = { ...customer, tenantId: 1 }
    return { before, after: { ...before, ...sampleChanges, updatedAt, updatedBy: { id: 1, type: "users" } } }
  })
  const expected = filters.flatMap((filter, i) => {
    const matches = toPredicate<object>(ofTenant(1, parseFilter(visibleCustomers, filter), false))
    return pairs.flatMap(({ before, after }) => {
      const [was, is] = [matches(before), matches(after)]
      return was === is ? [] : [`${ids[i]} ${is ? "entered" : "left"} ${before.id}`]
    })
  })
  const events = all.of(job.id)
  expect(events.length).toBe(expected.length)
  expect(events).toEqual(expected.sort())
  expect(one.of(job.id)).toEqual(expected.filter((line) => line.startsWith(third)))
  expect(one.of(job.id)).not.toEqual([])
  // Events of a few subscriptions would prove little.
  expect(new Set(expected.map((line) => line.split(" ")[0])).size).toBeGreaterThan(SUBSCRIPTIONS / 3)
  for (const kind of ["entered", "left"])
    expect(expected.filter((line) => line.includes(kind)).length).toBeGreaterThan(1000)
  expect(all.all.map(({ event }) => event)).not.toContain("missed")
  stop.abort()
}, 180_000)
