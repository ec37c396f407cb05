import pg from "pg"
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { Received } from "../examples/desk-customers/received.ts"
import { type Served, serve } from "../examples/desk-customers/serve.ts"
import { createDatabase } from "./postgres.ts"

const EACH = 300

describe("subscriptions on two servers with one PostgreSQL database", () => {
  let servers: readonly Served[]
  let admin: pg.Client
  let name: string
  let drop: () => Promise<void>
  beforeAll(async () => {
    const { client, ...database } = await createDatabase()
    name = database.name
    drop = database.drop
    admin = client
    const { host, port, user, password = "" } = inject("postgres")
    const url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`
    servers = [await serve(EACH, url), await serve(EACH, url)]
  })
  afterAll(async () => {
    stop.abort()
    for (const server of servers ?? []) await server.close()
    await drop?.()
  })

  const stop = new AbortController()
  const open = ({ address, keys }: Served, key = keys.north) =>
    Received.open(address, key, { signal: stop.signal })

  async function subscribe(server: Served, filter: object, key = server.keys.north): Promise<string> {
    const { status, body } = await server.ask("/subscriptions.json", {
      method: "POST",
      body: { filter },
      key,
    })
    expect(status).toBe(201)
    return body.subscription.id
  }

  const set = (server: Served, ids: readonly number[], changes: object, key = server.keys.north) =>
    server.update(
      { filter_args: { filter: { id: { $in: ids } } }, ...changes },
      { includeArchived: "true" },
      key,
    )

  /** The servers, by turns as the one that subscribes and the one that updates. */
  const pair = (): readonly [Served, Served] => servers as [Served, Served]

  test("each gets the events of its own subscriptions, once, whichever server takes the update", async () => {
    const [a, b] = pair()
    const streams = [await open(a), await open(b)] as const
    const ids = [await subscribe(a, { phone: "1" }), await subscribe(b, { phone: "1" })] as const
    for (const [i, server] of [a, b, a, b].entries()) {
      const customers = [1, 2, 3, 4, 5].map((n) => 10 * i + n)
      const { id } = await set(server, customers, { phone: "1", state: "active" })
      await set(server, [99], { phone: "1", state: "active" })
      await set(server, [99], { phone: null })
      for (const n of [0, 1] as const) {
        await expect
          .poll(() => streams[n].changes.filter((change) => change === "left 99").length, { timeout: 10_000 })
          .toBe(i + 1)
        expect(streams[n].of(id)).toEqual(customers.map((customer) => `${ids[n]} entered ${customer}`).sort())
      }
    }
    expect((await b.ask(`/subscriptions/${ids[0]}.json`, { method: "DELETE" })).status).toBe(404)
  })

  test("the events of concurrent updates come in their order, and none is skipped", async () => {
    const [a, b] = pair()
    const stream = await open(a)
    const title = { jobTitle: { $in: Array.from({ length: 20 }, (_, i) => `even ${2 * i}`) } }
    const id = await subscribe(a, title)
    await set(a, [100], { state: "active", jobTitle: "odd" })
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        set(i % 3 === 0 ? a : b, [100], { jobTitle: `${i % 2 === 0 ? "even" : "odd"} ${i}` }),
      ),
    )
    await set(b, [100], { jobTitle: "even 0" })
    await set(b, [100], { jobTitle: "last" })
    const { rows } = await admin.query(
      "SELECT job_id, after->>'jobTitle' AS title FROM customer_changes WHERE customer_id = 100 AND job_id IN (SELECT id FROM jobs WHERE changes ? 'jobTitle') ORDER BY id",
    )
    const titles: readonly string[] = rows.map(({ title }) => title)
    const expected = titles.flatMap((title, i) => {
      const is = title.startsWith("even")
      return i === 0 || is === titles[i - 1]?.startsWith("even") ? [] : [is ? "entered 100" : "left 100"]
    })
    expect(titles).toHaveLength(23)
    const mine = () =>
      stream.all.flatMap(({ event, data }) =>
        "subscription" in data && data.subscription === id ? [`${event} ${data.customer.id}`] : [],
      )
    await expect.poll(mine, { timeout: 10_000 }).toEqual(expected)
  })

  test("a tenant does not get the events of another one", async () => {
    const [a, b] = pair()
    const { south } = a.keys
    const [ours, theirs] = [await open(a), await open(a, south)]
    const filter = { mobile: "both" }
    await subscribe(a, filter)
    await subscribe(a, filter, south)
    await set(b, [EACH + 1], { mobile: "both", state: "active" }, b.keys.south)
    await theirs.until("entered")
    await set(b, [1], { mobile: "both", state: "active" })
    await ours.until("entered")
    expect([ours.changes, theirs.changes]).toEqual([["entered 1"], [`entered ${EACH + 1}`]])
  })

  test("no event is lost while the connection that listens is broken", async () => {
    const [a, b] = pair()
    const stream = await open(a)
    await subscribe(a, { address: "during" })
    const listeners =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"
    const before = (await admin.query(listeners)).rows.map(({ pid }) => pid)
    expect(before).toHaveLength(2)
    // The pools have connections, and no new ones are possible for some time.
    await Promise.all(Array.from({ length: 5 }, () => b.ask("/customers.json")))
    const elsewhere = new pg.Client({ ...inject("postgres"), database: "postgres" })
    await elsewhere.connect()
    await elsewhere.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`)
    for (const pid of before) await admin.query("SELECT pg_terminate_backend($1)", [pid])
    await expect.poll(a.log, { timeout: 10_000 }).toContain("not currently accepting connections")
    const { id } = await set(b, [1, 2, 3], { address: "during", state: "active" })
    expect(stream.changes).toEqual([])
    await elsewhere.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`)
    await elsewhere.end()
    await stream.until("entered")
    await expect.poll(() => stream.of(id).length, { timeout: 10_000 }).toBe(3)
    await set(b, [1], { address: "after" })
    await stream.until("left")
    expect(stream.changes).toEqual(["entered 1", "entered 2", "entered 3", "left 1"])
    // A stream that comes after other events begins with one. The broken connection adds none.
    expect(stream.all.slice(1).map(({ event }) => event)).not.toContain("missed")
    expect(a.log()).toContain("terminating connection")
  })
})
