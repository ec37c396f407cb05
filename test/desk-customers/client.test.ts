import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest"
import { ApiFailure, CustomersClient } from "../../examples/desk-customers/client.ts"
import { filterBuilder } from "../../src/builder.ts"
import { customers } from "../../src/desk.ts"
import { type Served, serve } from "./serve.ts"

/** The way of a filter from a program that builds it to the rows that it reads back. */
describe("a client with the builder", () => {
  const { all, and, contains, eq, gte, ne, none, oneOf } = filterBuilder(customers)
  let served: Served
  let client: CustomersClient
  beforeAll(async () => {
    served = await serve(100)
    client = new CustomersClient(served.address, served.keys.north)
  })
  afterAll(() => served?.close())

  test("builds a filter, sends it, and reads back rows with types", async () => {
    const filter = and(
      eq("state", "active"),
      oneOf("companies.name", ["Acme", "acme", "Delta 😀"]),
      contains("contacts.value", "@example.com"),
      gte("createdAt", new Date("2024-03-01")),
    )
    const page = await client.list({
      filter,
      orderBy: "createdAt",
      orderMode: "desc",
      includes: ["companies"],
    })
    expectTypeOf(page.customers).items.toHaveProperty("firstName").toEqualTypeOf<string | null>()
    expectTypeOf(page.customers).items.toHaveProperty("id").toEqualTypeOf<number>()
    expectTypeOf(page.customers).items.not.toHaveProperty("password")

    expect(page.customers.length).toBeGreaterThan(1)
    const times = page.customers.map(({ createdAt }) => createdAt)
    expect(times).toEqual([...times].sort().reverse())
    const names = new Map((page.included.companies ?? []).map(({ id, name }) => [id, name]))
    for (const { state, email, createdAt, companies } of page.customers) {
      expect(state).toBe("active")
      expect(email).toMatch(/@example\.com$/)
      expect(createdAt >= "2024-03-01").toBe(true)
      expect(
        companies
          .map(({ id }) => names.get(id))
          .some((name) => ["Acme", "acme", "Delta 😀"].includes(name ?? "")),
      ).toBe(true)
    }
    expect(await client.list({ filter: none })).toMatchObject({ customers: [], pagination: { records: 0 } })
  })

  test("updates what it has found", async () => {
    const filter = and(eq("jobTitle", "agent"), ne("state", "deleted"))
    const { pagination } = await client.list({ filter })
    expect(pagination.records).toBeGreaterThan(0)
    expect(await client.update(filter, { jobTitle: "Agent", trusted: true })).toMatchObject({
      state: "done",
      updated: pagination.records,
    })
    expect((await client.list({ filter })).pagination.records).toBe(0)
  })

  test("reads why it was refused", async () => {
    const failure = await client.update(all, { jobTitle: "x" }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ApiFailure)
    expect((failure as ApiFailure).status).toBe(400)
    expect((failure as ApiFailure).errors).toMatchObject([
      { code: "matches-everything", source: { pointer: "/filter_args/filter", path: [] } },
    ])
  })

  test("cannot write what the server would refuse", () => {
    // @ts-expect-error: there is no such field
    expect(() => eq("stat", "active")).toThrow('There is no field "stat" to filter by')
    // @ts-expect-error: nobody sets it
    const changes: Parameters<CustomersClient["update"]>[1] = { verifiedEmail: true }
    expect(changes).toBeDefined()
  })
})
