import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { visibleCustomers } from "../../../examples/desk-customers/customers/schema.ts"
import { generateTenants } from "../../../examples/desk-customers/database/generate.ts"
import { parseFilter } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"
import { stringify } from "../../../src/query-string.ts"
import { filterTextOf } from "../../arbitraries/filters.ts"
import { text } from "../../arbitraries/values.ts"
import published from "../../desk/filters/filters.json" with { type: "json" }
import { type Served, serve } from "./serve.ts"

/** One page of customers. */
const [north] = generateTenants(100)
const customers = north?.customers ?? []

let served: Served
beforeAll(async () => {
  served = await serve(100)
})
afterAll(() => served?.close())

/** The ids that the server returns for an encoded query. */
async function idsFromServer(query: string): Promise<number[]> {
  const { status, text, body } = await served.ask(
    `/customers.json?includeArchived=true&pageSize=100&${query}`,
  )
  expect(status, text).toBe(200)
  return body.customers.map(({ id }: { id: number }) => id)
}

/** The ids of the same customers that match the predicate. */
function idsFromPredicate(filter: string): number[] {
  return customers.filter(toPredicate(parseFilter(visibleCustomers, filter))).map(({ id }) => id)
}

describe("a filter of Desk's official client", () => {
  const official = published.filter(({ resource }) => resource === "customers")

  test.each(official)("$text", async ({ text, wire = "" }) => {
    expect(wire).not.toBe("")
    const ids = await idsFromServer(wire)
    expect(ids).toEqual(idsFromPredicate(text))
    expect(ids).toContain(1)
    expect(ids.length).toBeLessThan(30)
  })

  /** Writes a filter as Go's json.Marshal and url.Values.Encode do: explicit, with sorted keys and + for spaces. */
  const asInGo = (filter: string) => {
    const explicit: unknown = JSON.parse(
      stringify(parseFilter(visibleCustomers, filter), { style: "explicit" }),
    )
    return new URLSearchParams({ filter: JSON.stringify(sorted(explicit)) }).toString()
  }

  test("with sorted keys, explicit operators and + for spaces", async () => {
    const filter = '{"lastName":"O\'Neill","jobTitle":{"$in":["100% remote","R&D"]},"id":{"$lt":90}}'
    expect(asInGo(filter)).toBe(
      "filter=%7B%22id%22%3A%7B%22%24lt%22%3A90%7D%2C%22jobTitle%22%3A%7B%22%24in%22%3A%5B%22100%25+remote%22%2C%22R%26D%22%5D%7D%2C%22lastName%22%3A%7B%22%24eq%22%3A%22O%27Neill%22%7D%7D",
    )
    const ids = await idsFromServer(asInGo(filter))
    expect(ids).toEqual(idsFromPredicate(filter))
    expect(ids.length).toBeGreaterThan(0)
  })

  test.each([
    '{"$or":[{"firstName":"Ann"},{"createdAt":{"$gte":"2025-01-01","$lt":"2025-07-01T00:00:00+02:00"}}],"trusted":{"$ne":true}}',
    '{"companies.name":{"$nin":["Acme","acme",null]},"contacts.value":{"$contains":"@mail."}}',
    '{"permission":"all","addMethod":{"$in":["manual",null]},"createdBy":{"$nin":[1,2,null]}}',
    '{"password":{"$ne":null},"address":{"$contains":"Street\\nK"}}',
  ])("%s", async (filter) => {
    const ids = await idsFromServer(asInGo(filter))
    expect(ids).toEqual(idsFromPredicate(filter))
    expect(ids.length > 0 && ids.length < 100).toBe(true)
  })
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

describe("random filters", () => {
  const json = (value: unknown) => JSON.stringify(value)
  const strings = customers.flatMap((customer) => [
    ...Object.values(customer).filter((value): value is string => typeof value === "string"),
    ...customer.companies.map(({ name }) => name ?? ""),
    ...customer.contacts.map(({ value }) => value ?? ""),
  ])
  /** Values that some customers have, and values that none has. */
  const values = {
    integer: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1001, max: 1024 })).map(String),
    string: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...strings).map(json) },
      { weight: 2, arbitrary: fc.constantFrom(...strings).map((value) => json(value.slice(1, 4))) },
      { weight: 1, arbitrary: text.map(json) },
    ),
    datetime: fc
      .constantFrom(...customers.flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt]))
      .map(json),
    reference: fc.integer({ min: 1, max: 9 }).map(String),
  }
  const fieldsBut = (name: string) =>
    [...visibleCustomers.fields.values()].filter((field) => field.name !== name)
  const filters = fc.oneof(
    filterTextOf(fieldsBut("addMethod"), { ...values, enum: fc.constantFrom('"own"', '"all"') }),
    filterTextOf(fieldsBut("permission"), { ...values, enum: fc.constantFrom('"automatic"', '"manual"') }),
  )

  test("match the same customers over HTTP and in the predicate, for 200 filters", async () => {
    let selective = 0
    const parameters = { numRuns: 200, seed: Date.now() }
    console.info(`Filters over HTTP: seed ${parameters.seed}`)
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const ids = idsFromPredicate(filter)
        expect(await idsFromServer(new URLSearchParams({ filter }).toString())).toEqual(ids)
        if (ids.length > 0 && ids.length < 100) selective++
      }),
      parameters,
    )
    // A filter that matches all customers or none proves little.
    expect(selective).toBeGreaterThan(20)
  })
})
