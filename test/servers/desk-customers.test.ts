import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { visibleCustomers } from "../../examples/desk-customers/customers/schema.ts"
import { generateTenants } from "../../examples/desk-customers/database/generate.ts"
import { openDatabase } from "../../examples/desk-customers/database/open.ts"
import { prepareDatabase } from "../../examples/desk-customers/database/prepare.ts"
import { parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { type Served, serve } from "../examples/desk-customers/serve.ts"
import { createDatabase } from "./postgres.ts"

describe("the example desk-customers, on the PostgreSQL server of DATABASE_URL", () => {
  const [north] = generateTenants(100)
  const customers = north?.customers ?? []
  let served: Served
  let url: string
  let drop: () => Promise<void>
  beforeAll(async () => {
    const { name, ...database } = await createDatabase()
    drop = database.drop
    const { host, port, user, password = "" } = inject("postgres")
    url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`
    served = await serve(100, url)
  })
  afterAll(async () => {
    await served?.close()
    await drop?.()
  })

  const list = async (filter: string, query: Readonly<Record<string, string>> = {}) =>
    (
      await served.ask("/customers.json", {
        query: { filter, includeArchived: "true", pageSize: "100", ...query },
      })
    ).body

  test("gives the same answers as on the embedded database", async () => {
    const embedded = await serve(100)
    for (const query of [
      { filter: '{"id":1}', includes: "all" },
      { orderBy: "companies.name", pageSize: "100" },
      { page: "0" },
    ]) {
      const { status, body } = await embedded.ask("/customers.json", { query })
      expect(await served.ask("/customers.json", { query })).toMatchObject({ status, body })
    }
    await embedded.close()
  })

  test.each([
    '{"contacts.value":{"$contains":"@mail."},"companies.name":{"$nin":["Acme",null]}}',
    '{"$or":[{"firstName":{"$gte":"O"}},{"createdAt":{"$lt":"2024-06-01"}}],"trusted":{"$ne":true}}',
    '{"createdBy":{"$in":[1,"2",null]},"password":null}',
  ])("finds what the predicate keeps: %s", async (filter) => {
    const kept = customers.filter(toPredicate(parseFilter(visibleCustomers, filter))).map(({ id }) => id)
    const found = (await list(filter)).customers.map(({ id }: { id: number }) => id)
    expect(found).toEqual(kept)
    expect(kept.length > 0 && kept.length < 100).toBe(true)
  })

  test("updates, counts and rejects", async () => {
    const filter_args = { filter: { id: { $lte: 10 } }, bulkDryExecute: true }
    const query = { includeArchived: "true" }
    expect(await served.update({ filter_args }, query)).toMatchObject({
      state: "done",
      matched: 10,
      updated: 0,
    })
    const set = { filter_args: { filter: { id: { $lte: 10 } } }, jobTitle: "Set", trusted: null }
    expect(await served.update(set, query)).toMatchObject({
      state: "done",
      matched: 10,
      updated: 10,
      error: null,
    })
    expect((await list('{"jobTitle":"Set","trusted":null}')).pagination.records).toBe(10)
    const { status, body } = await served.ask("/customers/update.json", {
      method: "PATCH",
      body: { jobTitle: "x", id: 1 },
    })
    expect([status, body.errors.map(({ code }: { code: string }) => code)]).toEqual([
      400,
      ["missing-filter", "read-only"],
    ])
  })

  test("finishes every job once when several servers take jobs", async () => {
    const others = await Promise.all([serve(100, url), serve(100, url)])
    const set = (server: Served, mobile: string) =>
      server.ask("/customers/update.json", {
        method: "PATCH",
        key: server.keys.north,
        body: { filter_args: { filter: { id: { $lte: 50 } } }, mobile },
        query: { includeArchived: "true" },
      })
    const servers = [served, ...others]
    const queued = await Promise.all(
      Array.from({ length: 12 }, (_, i) => set(servers[i % 3] as Served, String(i))),
    )
    expect(queued.map(({ status }) => status)).toEqual(Array(12).fill(200))
    for (const { body } of queued) {
      await expect
        .poll(async () => (await served.ask(`/jobs/${body.jobId}.json`)).body.job, { timeout: 10_000 })
        .toMatchObject({ state: "done", matched: 50, updated: 50, error: null })
    }
    for (const other of others) await other.close()
    // They found the data and added none.
    expect((await list("{}")).pagination.records).toBe(100)
  })

  test("ends a statement that runs too long, and says so", async () => {
    const slow = await serve(10, url, { statementTimeout: 200 })
    const lock = await openDatabase({ url })
    await lock.transaction().execute(async (transaction) => {
      await sql`LOCK TABLE contacts IN ACCESS EXCLUSIVE MODE`.execute(transaction)
      const { status, body } = await slow.ask("/customers.json", {
        query: { filter: '{"contacts.value":"x"}' },
      })
      expect([status, body.errors[0].code]).toEqual([503, "timeout"])
    })
    expect(await slow.ask("/customers.json", { query: { filter: '{"contacts.value":"x"}' } })).toMatchObject({
      status: 200,
    })
    await lock.destroy()
    await slow.close()
  })

  test("takes over the job of a server that went away in the middle of it", async () => {
    const away = await openDatabase({ url })
    let jobId = ""
    await away.transaction().execute(async (transaction) => {
      // As a server does that runs a job of the tenant.
      await transaction.selectFrom("tenants").select("id").where("id", "=", 1).forNoKeyUpdate().execute()
      const { body } = await served.ask("/customers/update.json", {
        method: "PATCH",
        body: { filter_args: { filter: { id: -1 }, bulkDryExecute: true } },
      })
      jobId = body.jobId
      // Another tenant does not wait for it.
      expect(
        await served.update(
          { filter_args: { filter: { id: -1 }, bulkDryExecute: true } },
          {},
          served.keys.south,
        ),
      ).toMatchObject({ state: "done" })
      expect((await served.ask(`/jobs/${jobId}.json`)).body.job.state).toBe("queued")
    })
    await expect
      .poll(async () => (await served.ask(`/jobs/${jobId}.json`)).body.job.state, { timeout: 10_000 })
      .toBe("done")
    await away.destroy()
  })

  test("is prepared once when two servers start at the same time", async () => {
    const empty = await createDatabase()
    const { host, port, user, password = "" } = inject("postgres")
    const address = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${empty.name}`
    const both = await Promise.all([openDatabase({ url: address }), openDatabase({ url: address })])
    await Promise.all(both.map((database) => prepareDatabase(database, 10)))
    const [first] = both
    expect(
      await first
        ?.selectFrom("customers")
        .select(({ fn }) => fn.countAll().as("count"))
        .execute(),
    ).toEqual([{ count: 20 }])
    for (const database of both) await database.destroy()
    await empty.drop()
  })
})
