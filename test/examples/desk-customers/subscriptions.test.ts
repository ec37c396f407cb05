import { sql } from "kysely"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { visibleCustomers } from "../../../examples/desk-customers/customers/schema.ts"
import { generateTenants } from "../../../examples/desk-customers/database/generate.ts"
import type { SubscriptionLimits } from "../../../examples/desk-customers/subscriptions/subscriptions.ts"
import { parseFilter } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"
import { Received } from "./received.ts"
import { type AskOptions, type Served, serve } from "./serve.ts"

const EACH = 60
const [north] = generateTenants(EACH)

let served: Served
beforeAll(async () => {
  served = await serve(EACH)
})
afterAll(() => served?.close())

const leave = new AbortController()
afterAll(() => leave.abort())

/** Opens a stream that ends with the tests. */
const open = (options: {
  readonly key?: string
  readonly subscription?: string
  readonly lastEventId?: string
}) => {
  const { key = served.keys.north, ...rest } = options
  return Received.open(served.address, key, { ...rest, signal: leave.signal })
}

/** Subscribes, and returns the id. */
async function subscribe(filter: unknown, options: AskOptions = {}): Promise<string> {
  const { status, text, body } = await served.ask("/subscriptions.json", {
    method: "POST",
    body: { filter },
    ...options,
  })
  expect(status, text).toBe(201)
  return body.subscription.id
}

const archivedToo = { includeArchived: "true" }

/** Updates the customers with these ids, and returns the id of the job. */
async function set(ids: readonly number[], changes: object, key?: string): Promise<string> {
  const { id, state } = await served.update(
    { filter_args: { filter: { id: { $in: ids } } }, ...changes },
    archivedToo,
    key,
  )
  expect(state).toBe("done")
  return id
}

/** Waits until the events of all earlier updates of north have been sent, because those of a later one have. */
async function settle(): Promise<void> {
  const all = await open({})
  const mark = await subscribe({ avatarURL: "mark" }, { query: archivedToo })
  await set([EACH], { avatarURL: null })
  await set([EACH], { avatarURL: "mark" })
  await all.until("entered", mark)
}

describe("POST /subscriptions.json", () => {
  test.each([
    ["as JSON", { id: { $in: ["9", 8] } }],
    ["as text", '{"id":{"$in":["9",8]}}'],
  ])("accepts a filter %s", async (_, filter) => {
    expect(await served.ask("/subscriptions.json", { method: "POST", body: { filter } })).toMatchObject({
      status: 201,
      body: {
        subscription: {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          filter: '{"id":{"$in":[9,8]}}',
          includeArchived: false,
        },
      },
    })
  })

  test("reports all mistakes at once", async () => {
    const body = { filter: { stat: "active", id: "x" }, filters: 1 }
    const query = { includeArchived: "yes", filter: "{}" }
    const answer = await served.ask("/subscriptions.json", { method: "POST", body, query })
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toMatchObject([
      { code: "unknown-parameter", source: { parameter: "filter" } },
      { code: "unknown-property", source: { pointer: "", hint: "use filter" } },
      { code: "unknown-field", source: { pointer: "/filter", path: ["stat"] } },
      { code: "type-mismatch", source: { pointer: "/filter", path: ["id"] } },
      { code: "invalid-value", source: { parameter: "includeArchived" } },
    ])
  })

  test.each([
    ["no filter", {}, ["missing-filter"]],
    ["no body", undefined, ["missing-filter"]],
    ["a list", [], ["type-mismatch", "missing-filter"]],
    ["a text that is not JSON", { filter: "{" }, ["syntax"]],
    ["null", { filter: null }, ["type-mismatch"]],
    ["a filter by tenant", { filter: { tenantId: 1 } }, ["unknown-field"]],
    ["a filter by a password", { filter: { password: "secret" } }, ["type-mismatch"]],
    ["a long filter", { filter: { firstName: "x".repeat(20_000) } }, ["limit-exceeded"]],
    ["two filters", '{"filter":{},"filter":{}}', ["duplicate-key"]],
  ])("rejects %s", async (_, body, codes) => {
    const answer = await served.ask("/subscriptions.json", { method: "POST", body })
    expect(answer.status).toBe(400)
    expect(answer.body.errors.map(({ code }: { code: string }) => code)).toEqual(codes)
  })
})

describe("the routes", () => {
  test.each([
    ["POST", "/subscriptions.json"],
    ["GET", "/subscriptions/events"],
    ["GET", "/subscriptions/1/events"],
    ["DELETE", "/subscriptions/1.json"],
  ])("%s %s needs a key", async (method, path) => {
    expect(await served.ask(path, { method, key: "none" })).toMatchObject({ status: 401 })
  })

  test.each([
    ["GET", "/subscriptions/1/events"],
    ["DELETE", "/subscriptions/1.json"],
    ["DELETE", "/subscriptions/1/events.json"],
  ])("%s %s is not found", async (method, path) => {
    const { status, body } = await served.ask(path, { method })
    expect([status, body.errors[0].code]).toEqual([404, "not-found"])
  })

  test.each([
    ["GET", "/subscriptions.json", "POST"],
    ["GET", "/subscriptions/1.json", "DELETE"],
    ["POST", "/subscriptions/events", "GET, HEAD"],
    ["DELETE", "/subscriptions/1/events", "GET, HEAD"],
  ])("%s %s is not allowed", async (method, path, allow) => {
    const { status, headers } = await served.ask(path, { method })
    expect([status, headers.get("allow")]).toEqual([405, allow])
  })

  test("answer HEAD with the headers of a stream, and no stream", async () => {
    const { status, headers, text } = await served.ask("/subscriptions/events", { method: "HEAD" })
    expect([status, headers.get("content-type"), text]).toEqual([200, "text/event-stream", ""])
  })
})

describe("events", () => {
  /** The filters of the subscriptions. Each of them has events. */
  const filters = [
    '{"jobTitle":"Set"}',
    '{"jobTitle":{"$ne":"Set"}}',
    '{"jobTitle":null}',
    '{"jobTitle":{"$in":["Set","Agent",null]}}',
    '{"jobTitle":{"$nin":["Set",null]}}',
    '{"jobTitle":{"$contains":"e"}}',
    '{"jobTitle":{"$gte":"R","$lt":"T"}}',
    '{"trusted":true}',
    '{"permission":{"$in":["all",null]}}',
    '{"password":{"$ne":null}}',
    '{"updatedBy":1}',
    '{"updatedBy":{"$nin":[2,3,null]}}',
    '{"updatedAt":{"$gt":"2026-02-01"}}',
    '{"createdAt":{"$lt":"2025-01-01T00:00:00.123456789Z"},"trusted":{"$ne":true}}',
    '{"state":"active"}',
    '{"state":{"$in":["archived",null]}}',
    '{"companies.name":"Acme","jobTitle":"Set"}',
    '{"companies.name":{"$nin":["Acme","acme"]},"trusted":true}',
    '{"companies.id":{"$lt":1020},"permission":"own"}',
    '{"contacts.value":{"$contains":"@example.com"},"phone":null}',
    '{"contacts.value":null,"updatedBy":1}',
    '{"$or":[{"companies.name":null},{"jobTitle":"Set"}],"state":{"$ne":"deleted"}}',
    '{"$or":[{"phone":"1"},{"$and":[{"mobile":"2"},{"trusted":false}]}]}',
  ]

  /** Updates: the ids, and the new values. */
  const updates: readonly (readonly [readonly number[], object])[] = [
    [[1, 2, 3, 4, 5, 6, 7, 8], { jobTitle: "Set", trusted: true }],
    [[5, 6, 7, 8, 9, 10], { jobTitle: null, permission: "all", phone: "1" }],
    [[1, 20, 21, 22, 23, 24, 25], { state: "archived", password: "secret" }],
    [[20, 21, 22, 30, 31], { state: "active", mobile: "2", trusted: false }],
    [[1, 2, 40, 41, 42, 43], { state: null, phone: null, permission: "own" }],
    [Array.from({ length: EACH }, (_, i) => i + 1), { password: null, trusted: null, jobTitle: "Sets" }],
  ]

  test("come for the customers that predicates say begin or cease to match", async () => {
    const passwords = new Map((north?.customers ?? []).map(({ id, password }) => [id, password]))
    /** The customers as the API shows them, with what it does not show. */
    const records = async () => {
      const { body } = await served.ask("/customers.json", { query: { ...archivedToo, pageSize: "100" } })
      return (body.customers as readonly { id: number; state: string | null }[]).map((row, i) => ({
        ...row,
        companies: north?.customers[i]?.companies,
        contacts: north?.customers[i]?.contacts,
        password: passwords.get(row.id),
      }))
    }
    const stream = await open({})
    const subscriptions: {
      readonly id: string
      readonly filter: string
      readonly matches: (record: { state: string | null }) => boolean
    }[] = []
    for (const filter of filters) {
      const matches = toPredicate<object>(parseFilter(visibleCustomers, filter))
      subscriptions.push({ id: await subscribe(filter, { query: archivedToo }), filter, matches })
      subscriptions.push({
        id: await subscribe(filter),
        filter: `${filter} without archived customers`,
        matches: (record) => record.state !== "archived" && matches(record),
      })
    }
    const seen: string[] = []
    for (const [ids, changes] of updates) {
      const before = await records()
      const job = await set(ids, changes)
      if ("password" in changes) for (const id of ids) passwords.set(id, changes.password as string | null)
      const after = await records()
      const expected = subscriptions.flatMap(({ id, matches }) =>
        before.flatMap((record, i) => {
          const was = matches(record)
          const is = matches(after[i] ?? record)
          return was === is ? [] : [`${id} ${is ? "entered" : "left"} ${record.id}`]
        }),
      )
      await settle()
      expect(stream.of(job)).toEqual(expected.sort())
      seen.push(...expected)
    }
    const silent = subscriptions.filter(({ id }) => !seen.some((line) => line.startsWith(id)))
    expect(silent.map(({ filter }) => filter)).toEqual([])
    expect(stream.all.map(({ event }) => event)).not.toContain("missed")
  })

  test("have the form of the HTML standard", async () => {
    const id = await subscribe({ phone: "form" })
    const response = await fetch(`${served.address}/desk/api/v2/subscriptions/${id}/events`, {
      headers: { authorization: `Bearer ${served.keys.north}` },
      signal: leave.signal,
    })
    expect(response.headers.get("content-type")).toBe("text/event-stream")
    const jobId = await set([2], { phone: "form", state: "active" })
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    let text = ""
    while (!text.includes("data:")) text += new TextDecoder().decode((await reader.read()).value)
    const data = JSON.stringify({ subscription: id, customer: { id: 2, type: "customers" }, jobId })
    expect(text).toMatch(/^:\n\nevent: entered\nid: \S+\ndata: .*\n\n$/)
    expect(text).toContain(`\ndata: ${data}\n\n`)
  })

  test("of one subscription are only its own", async () => {
    const [one, other] = [await subscribe({ mobile: "one" }), await subscribe({ mobile: "other" })]
    const streams = [
      await open({ subscription: one }),
      await open({ subscription: one }),
      await open({ subscription: other }),
    ]
    await set([2], { mobile: "one", state: "active" })
    await set([2, 3], { mobile: "other", state: "active" })
    await streams[0]?.until("left")
    await streams[1]?.until("left")
    await streams[2]?.until("entered")
    await settle()
    expect(streams.map(({ changes }) => changes)).toEqual([
      ["entered 2", "left 2"],
      ["entered 2", "left 2"],
      ["entered 2", "entered 3"],
    ])
  })

  test("do not come from dry runs and failing updates", async () => {
    const stream = await open({ subscription: await subscribe({ mobile: { $ne: null } }) })
    await set([10, 11], { mobile: null, state: "active" })
    await settle()
    const before = stream.changes.length
    const filter = { id: { $in: [10, 11] } }
    expect(
      await served.update({ filter_args: { filter, bulkDryExecute: true }, mobile: "dry" }),
    ).toMatchObject({ state: "done", matched: 2 })
    await sql`ALTER TABLE customers ADD CONSTRAINT failing CHECK (mobile IS DISTINCT FROM 'failing')`.execute(
      served.database,
    )
    const failing = { filter_args: { filter }, mobile: "failing", password: "correct horse" }
    expect(await served.update(failing)).toMatchObject({ state: "failed" })
    // PostgreSQL tells which row violates a constraint, and the row has the hash of the password.
    expect(served.log()).toContain("violates check constraint")
    expect(served.log()).not.toContain("scrypt")
    await settle()
    expect(stream.changes.length).toBe(before)
    await set([10], { mobile: "works" })
    await stream.until("entered")
    expect(stream.changes.slice(before)).toEqual(["entered 10"])
  })

  test("never come from another tenant", async () => {
    const { south } = served.keys
    const filter = { linkedinURL: "both" }
    const [ours, theirs] = [await open({}), await open({ key: south })]
    const ourId = await subscribe(filter)
    const theirId = await subscribe(filter, { key: south })
    await set([61, 62], { linkedinURL: "both", state: "active" }, south)
    await set([4], { linkedinURL: "both", state: "active" })
    await settle()
    await theirs.until("entered", theirId)
    // The ids of south are 61 to 120.
    expect(ours.changes.filter((change) => Number(change.split(" ")[1]) > EACH)).toEqual([])
    expect(ours.all.some(({ data }) => "subscription" in data && data.subscription === theirId)).toBe(false)
    expect(theirs.changes).toEqual(["entered 61", "entered 62"])

    for (const [method, path] of [
      ["GET", `/subscriptions/${theirId}/events`],
      ["DELETE", `/subscriptions/${theirId}.json`],
    ] as const)
      expect((await served.ask(path, { method })).status).toBe(404)
    expect((await served.ask(`/subscriptions/${ourId}.json`, { method: "DELETE" })).status).toBe(204)
  })

  test("end when the subscription is deleted", async () => {
    const all = await open({})
    const id = await subscribe({ twitterHandle: "deleted" })
    const stream = await open({ subscription: id })
    expect(await served.ask(`/subscriptions/${id}.json`, { method: "DELETE" })).toMatchObject({
      status: 204,
      text: "",
    })
    await stream.ended
    await set([6], { twitterHandle: "deleted", state: "active" })
    await settle()
    expect(stream.all).toEqual([])
    expect(all.all.some(({ data }) => "subscription" in data && data.subscription === id)).toBe(false)
    for (const method of ["DELETE", "GET"])
      expect(
        (await served.ask(`/subscriptions/${id}${method === "GET" ? "/events" : ".json"}`, { method }))
          .status,
      ).toBe(404)
  })

  test("that a client missed are announced when it returns, and no others", async () => {
    const id = await subscribe({ facebookURL: "here" })
    const first = await open({ subscription: id })
    await set([7], { facebookURL: "here", state: "active" })
    await first.until("entered")
    const lastEventId = first.all.at(-1)?.id ?? ""

    const complete = await open({ subscription: id, lastEventId })
    await set([7], { facebookURL: "away" })
    await complete.until("left")
    expect(complete.all.map(({ event }) => event)).toEqual(["left"])

    const late = await open({ subscription: id, lastEventId })
    await late.until("missed")
    expect(late.all).toEqual([{ event: "missed", id: complete.all.at(-1)?.id, data: {} }])
    const withoutAny = await open({ subscription: id })
    await withoutAny.until("missed")
    const fromElsewhere = await open({ subscription: id, lastEventId: "another-server-2" })
    await fromElsewhere.until("missed")
  })

  test("go on after a customer with a value that predicates reject", async () => {
    const stream = await open({})
    const id = await subscribe({ createdAt: { $gt: "2020-01-01" }, phone: "bad" })
    await sql`UPDATE customers SET created_at = '20000-01-01Z' WHERE id = 12`.execute(served.database)
    await set([11, 12, 13], { phone: "bad", state: "active" })
    await stream.until("missed")
    expect(stream.changes.filter((change) => /entered 1[123]/.test(change))).toEqual(
      expect.arrayContaining(["entered 11", "entered 13"]),
    )
    expect(stream.changes).not.toContain("entered 12")
    expect(served.log()).toContain("The subscriptions cannot read a change of customer 12")
    expect(served.log()).toContain("createdAt")
    await served.ask(`/subscriptions/${id}.json`, { method: "DELETE" })
    await sql`UPDATE customers SET created_at = '2024-01-01Z' WHERE id = 12`.execute(served.database)
  })

  test("never carry or log the hash of a password", async () => {
    await set([14], { password: "correct horse" })
    const { rows } = await sql<{
      text: string
    }>`SELECT customer_changes::text AS text FROM customer_changes`.execute(served.database)
    expect(rows.some(({ text }) => text.includes('""password"": true'))).toBe(true)
    expect(rows.filter(({ text }) => text.includes("scrypt"))).toEqual([])
  })
})

describe("limits", () => {
  let limited: Served
  afterEach(() => limited?.close())
  const serveWith = async (subscriptions: SubscriptionLimits) => {
    limited = await serve(5, undefined, { subscriptions })
  }
  const post = (key = limited.keys.north) =>
    limited.ask("/subscriptions.json", { method: "POST", body: { filter: {} }, key })
  const deletion = async (id: string) =>
    (await limited.ask(`/subscriptions/${id}.json`, { method: "DELETE" })).status

  test("a tenant has so many subscriptions at most", async () => {
    await serveWith({ maxPerTenant: 2 })
    const { id } = (await post()).body.subscription
    expect((await post()).status).toBe(201)
    const { status, body } = await post()
    expect([status, body]).toEqual([
      409,
      {
        errors: [
          {
            code: "too-many-subscriptions",
            title: "Conflict",
            detail: "There are 2 subscriptions, and no more are possible: delete one first",
          },
        ],
      },
    ])
    expect((await post(limited.keys.south)).status).toBe(201)
    expect(await deletion(id)).toBe(204)
    expect((await post()).status).toBe(201)
  })

  test("a tenant has so many open streams at most", async () => {
    await serveWith({ maxStreamsPerTenant: 1 })
    const stop = new AbortController()
    await Received.open(limited.address, limited.keys.north, { signal: stop.signal })
    const { status, body } = await limited.ask("/subscriptions/events")
    expect([status, body.errors[0].code]).toEqual([409, "too-many-streams"])
    // Another tenant has its own.
    await Received.open(limited.address, limited.keys.south, { signal: stop.signal })
    stop.abort()
  })

  test("a stream takes no parameters", async () => {
    await serveWith({})
    const { status, body } = await limited.ask('/subscriptions/events?filter={"id":1}')
    expect([status, body.errors[0].code, body.errors[0].source.hint]).toEqual([
      400,
      "unknown-parameter",
      "this URL takes no parameters",
    ])
  })

  test("a subscription that nobody reads ends, and one that any stream reads stays", async () => {
    await serveWith({ maxPerTenant: 2, keepAliveAfter: 20, deleteUnreadAfter: 100 })
    const stop = new AbortController()
    const ofAll = await Received.open(limited.address, limited.keys.north, { signal: stop.signal })
    const [one, other] = [(await post()).body.subscription.id, (await post()).body.subscription.id]
    const { body } = await fetch(`${limited.address}/desk/api/v2/subscriptions/${one}/events`, {
      headers: { authorization: `Bearer ${limited.keys.north}` },
    })
    const reader = (body as ReadableStream<Uint8Array>).getReader()
    let text = ""
    // Each comment comes with a look for what nobody reads.
    while (text.length < 3 * 20) text += new TextDecoder().decode((await reader.read()).value)
    expect(text).toMatch(/^(?::\n\n)+$/)
    expect((await post()).status).toBe(409)
    stop.abort()
    await expect(ofAll.ended).rejects.toThrow()
    await expect.poll(async () => (await post()).status, { timeout: 10_000 }).toBe(201)
    expect([await deletion(other), await deletion(one)]).toEqual([404, 204])
    await reader.cancel()
  })
})

test("a server that closes ends the streams", async () => {
  const closing = await serve(5)
  const stream = await Received.open(closing.address, closing.keys.north)
  await closing.close()
  await stream.ended
  expect(stream.all).toEqual([])
})
