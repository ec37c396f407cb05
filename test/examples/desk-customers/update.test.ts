import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Served, serve } from "./serve.ts"

let served: Served
beforeAll(async () => {
  served = await serve(60)
})
afterAll(() => served?.close())

// biome-ignore lint/suspicious/noExplicitAny: the tests inspect rows of the API
type Row = Readonly<Record<string, any>>

/** All customers of north, as the API returns them. */
async function all(): Promise<readonly Row[]> {
  const query = { includeArchived: "true", pageSize: "100" }
  return (await served.ask("/customers.json", { query })).body.customers
}

/** The customers that differ from their earlier state, by id. */
async function changed(before: readonly Row[]): Promise<ReadonlyMap<number, Row>> {
  const after = await all()
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  return new Map(
    after.flatMap((row, i) => (JSON.stringify(row) === JSON.stringify(before[i]) ? [] : [[row.id, row]])),
  )
}

const patch = (body: unknown, query: Readonly<Record<string, string>> = {}) =>
  served.ask("/customers/update.json", { method: "PATCH", body, query })

describe("PATCH /customers/update.json", () => {
  test("sets the properties of every customer that matches, and changes nothing else", async () => {
    const before = await all()
    const expected = before.filter(({ id, state }) => id <= 10 && state !== "archived")
    const job = await served.update({
      filter_args: { filter: { id: { $lte: 10 } } },
      jobTitle: "Ünïcode 😀 'quoted'",
      trusted: true,
      permission: "own",
      phone: null,
    })
    expect(job).toEqual({
      id: job.id,
      state: "done",
      matched: expected.length,
      updated: expected.length,
      error: null,
      queuedAt: job.queuedAt,
      endedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
    })
    const after = await changed(before)
    expect([...after.keys()]).toEqual(expected.map(({ id }) => id))
    for (const row of expected) {
      const { updatedAt, ...now } = after.get(row.id) ?? {}
      const { updatedAt: then, ...rest } = row
      expect(now).toEqual({
        ...rest,
        jobTitle: "Ünïcode 😀 'quoted'",
        trusted: true,
        permission: "own",
        phone: null,
        updatedBy: { id: 1, type: "users" },
      })
      expect(Date.parse(updatedAt)).toBeGreaterThan(Date.parse(then))
    }
    expect(expected.length > 0 && expected.length < 10).toBe(true)
  })

  test("sets updatedAt of a customer that already has the values", async () => {
    const set = { filter_args: { filter: { id: 11 } }, jobTitle: "Same" }
    await served.update(set, { includeArchived: "true" })
    const before = await all()
    expect(await served.update(set, { includeArchived: "true" })).toMatchObject({ updated: 1 })
    expect([...(await changed(before)).keys()]).toEqual([11])
  })

  test.each([
    ["in the query", {}, { filter: '{"id":{"$in":[21,"22"]}}' }],
    ["in the body", { filter_args: { filter: { id: { $in: [21, "22"] } } } }, {}],
    ["in the body, as a string", { filter_args: { filter: '{"id":{"$in":[21,"22"]}}' } }, {}],
  ])("accepts the filter %s", async (where, args, query) => {
    const before = await all()
    const address = `set by a filter ${where}`
    expect(await served.update({ ...args, address }, { ...query, includeArchived: "true" })).toMatchObject({
      state: "done",
      updated: 2,
    })
    const after = await changed(before)
    expect([...after.values()].map((row) => [row.id, row.address])).toEqual([
      [21, address],
      [22, address],
    ])
  })

  test("counts without changes with bulkDryExecute", async () => {
    const before = await all()
    const filter = { id: { $gt: 30 } }
    const matched = before.filter(({ id, state }) => id > 30 && state !== "archived").length
    const filter_args = { filter, bulkDryExecute: true }
    expect(await served.update({ filter_args, lastName: "Changed" })).toMatchObject({
      state: "done",
      matched,
      updated: 0,
    })
    expect(await served.update({ filter_args })).toMatchObject({ matched, updated: 0, error: null })
    expect((await changed(before)).size).toBe(0)
  })

  test("updates every customer with allowAll, and archived ones with includeArchived", async () => {
    const before = await all()
    const archived = before.filter(({ state }) => state === "archived").length
    expect(archived).toBeGreaterThan(0)
    expect(await served.update({ organization: "All" }, { allowAll: "true" })).toMatchObject({
      updated: 60 - archived,
    })
    expect(
      await served.update(
        { organization: "All" },
        { allowAll: "true", filter: "{}", includeArchived: "true" },
      ),
    ).toMatchObject({ updated: 60 })
    expect((await all()).every(({ organization }) => organization === "All")).toBe(true)
  })

  test("stores a hash of a password, and reveals neither the hash nor the password", async () => {
    await served.update({ filter_args: { filter: { id: 1 } }, password: "correct horse" })
    const { password_hash } = await served.database
      .selectFrom("customers")
      .select("password_hash")
      .where("id", "=", 1)
      .executeTakeFirstOrThrow()
    expect(password_hash).toMatch(/^scrypt:[\w+/]{22}==:[\w+/]{43}=$/)
    const { changes } = await served.database
      .selectFrom("jobs")
      .select("changes")
      .where(sql<boolean>`changes ? 'password'`)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(changes)).not.toContain("horse")
    const query = { filter: '{"password":{"$ne":null},"id":1}', includes: "all" }
    const { body, text } = await served.ask("/customers.json", { query })
    expect(body.pagination.records).toBe(1)
    expect(text).not.toMatch(/password|scrypt|horse/)
    await served.update({ filter_args: { filter: { id: 1 } }, password: null })
    expect((await served.ask("/customers.json", { query })).body.pagination.records).toBe(0)
  })

  test("accepts a filter that becomes longer in the queue", async () => {
    const dates = Array.from({ length: 1000 }, (_, i) => new Date(i * 86_400_000).toISOString().slice(0, 10))
    const filter = `{"createdAt":{"$in":${JSON.stringify(dates)}}}`
    expect(filter.length).toBeLessThan(16_384)
    expect(await served.update({ filter_args: { filter }, address: "x" })).toMatchObject({
      state: "done",
      matched: 0,
    })
  })

  test("runs jobs in the order of the requests", async () => {
    const set = (mobile: string) => patch({ filter_args: { filter: { id: 1 } }, mobile })
    for (const mobile of ["1", "2", "3"]) await set(mobile)
    const { state } = await served.update({ filter_args: { filter: { id: 1 } }, mobile: "4" })
    expect(state).toBe("done")
    expect((await all()).find(({ id }) => id === 1)?.mobile).toBe("4")
    expect(
      await served.database.selectFrom("jobs").select("id").where("state", "=", "queued").execute(),
    ).toEqual([])
  })

  test("changes nothing after a database error, and does not reveal its details", async () => {
    await sql`ALTER TABLE customers ADD CONSTRAINT secret CHECK (id <> 40 OR mobile IS DISTINCT FROM 'forbidden')`.execute(
      served.database,
    )
    const before = await all()
    const job = await served.update(
      { filter_args: { filter: { id: { $lte: 50 } } }, mobile: "forbidden" },
      { includeArchived: "true" },
    )
    expect(job).toMatchObject({
      state: "failed",
      matched: null,
      updated: 0,
      error: "The update failed. No customer was changed",
    })
    expect((await changed(before)).size).toBe(0)
    expect(served.log()).toContain("secret")
    // The next job still runs.
    expect(await served.update({ filter_args: { filter: { id: 1 } }, mobile: "5" })).toMatchObject({
      state: "done",
    })
  })
})

describe("an update is rejected, and nothing is queued,", () => {
  const ok = { filter_args: { filter: { id: 1 } } }

  /** The code and the location of each mistake. */
  async function refused(body: unknown, query: Readonly<Record<string, string>> = {}): Promise<string[]> {
    const count = () =>
      served.database
        .selectFrom("jobs")
        .select(({ fn }) => fn.countAll().as("jobs"))
        .executeTakeFirst()
    const before = await count()
    const { status, headers, body: answer } = await patch(body, query)
    expect(status).toBe(400)
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8")
    expect(await count()).toEqual(before)
    return answer.errors.map(
      ({ code, source }: { code: string; source: { parameter?: string; pointer?: string } }) =>
        `${code} at ${source.parameter ?? source.pointer}`,
    )
  }

  test("without a filter", async () => {
    expect(await refused({ jobTitle: "x" })).toEqual(["missing-filter at filter"])
    expect(await refused({ jobTitle: "x", filter_args: {} })).toEqual(["missing-filter at filter"])
  })

  test.each([
    "{}",
    '{"$and":[{}]}',
    '{"id":{"$nin":[]}}',
    '{"$or":[{"state":"active"},{"state":{"$ne":"active"}}]}',
    '{"$or":[{"id":{"$lt":7}},{"id":{"$gte":7}}]}',
  ])("with %s, which matches every customer", async (filter) => {
    expect(await refused({ jobTitle: "x" }, { filter })).toEqual(["matches-everything at filter"])
    expect(await refused({ jobTitle: "x", filter_args: { filter } })).toEqual([
      "matches-everything at /filter_args/filter",
    ])
  })

  test("with a filter in the query and one in the body", async () => {
    expect(await refused({ ...ok, jobTitle: "x" }, { filter: '{"id":2}' })).toEqual([
      "duplicate-filter at /filter_args/filter",
    ])
  })

  test.each([
    "addMethod",
    "verifiedEmail",
    "createdAt",
    "updatedAt",
    "deletedAt",
    "id",
    "numTickets",
    "createdBy",
    "updatedBy",
  ])("with %s, which is read-only", async (name) => {
    expect(await refused({ ...ok, [name]: null })).toEqual([`read-only at /${name}`])
  })

  test.each([
    "nickname",
    "tenantId",
    "tenant_id",
    "contacts.value",
    "companies",
    "first_name",
    "constructor",
  ])("with %s, which is not a property of a customer", async (name) => {
    expect(await refused({ ...ok, [name]: "x" })).toEqual([`unknown-property at /${name}`])
  })

  test.each([
    ["firstName", 1, "type-mismatch"],
    ["firstName", { $ne: "x" }, "type-mismatch"],
    ["firstName", ["x"], "type-mismatch"],
    ["lastName", "a\u0000b", "invalid-value"],
    ["address", "\ud800", "invalid-value"],
    ["trusted", "yes", "type-mismatch"],
    ["welcomeEmailSent", 1, "type-mismatch"],
    ["permission", "some", "invalid-value"],
    ["password", 1234, "type-mismatch"],
    ["jobTitle", { $eq: { $eq: "x" } }, "type-mismatch"],
    ["phone", { $date: 0 }, "type-mismatch"],
    ["mobile", "x".repeat(100_001), "limit-exceeded"],
  ])("with %s: %j, in words about the property", async (name, value, code) => {
    expect(await refused({ ...ok, [name]: value })).toEqual([`${code} at /${name}`])
    const [{ detail, source }] = (await patch({ ...ok, [name]: value })).body.errors
    expect(detail).toContain(name)
    expect(`${detail} ${source.hint}`).not.toMatch(/filter|\$|condition/i)
  })

  test("without a property", async () => {
    expect(await refused(ok)).toEqual(["nothing-to-set at "])
    expect(await refused(undefined, { filter: '{"id":1}' })).toEqual(["nothing-to-set at "])
  })

  test.each([[[]], ["null"], ['"text"'], ["7"]])("with the body %j", async (body) => {
    expect(await refused(body)).toContain("type-mismatch at ")
  })

  test("with the location of each property", async () => {
    const { body } = await patch({ ...ok, trusted: "yes", "a/b~c": 1 })
    expect(body.errors.map(({ source }: { source: object }) => source)).toEqual([
      { pointer: "/trusted", path: ["trusted"], hint: "write true or false, without quotes" },
      { pointer: "/a~1b~0c", path: ["a/b~c"], hint: expect.stringMatching(/^use one of firstName, /) },
    ])
  })

  test("with thousands of mistakes, and reports a hundred", async () => {
    const names = Array.from({ length: 5000 }, (_, i) => [`name${i}`, 1])
    expect(await refused(Object.fromEntries(names))).toHaveLength(100)
  })

  test("with mistakes in the query, the filter and the properties, and reports all of them", async () => {
    const body = {
      filter_args: { filter: { stat: 1, id: { $near: 2 } }, bulkDryExecute: "yes", ids: [1] },
      id: 7,
      trusted: "no",
      nickname: "x",
    }
    expect(await refused(body, { allow: "true", includeArchived: "maybe" })).toEqual([
      "unknown-parameter at allow",
      "unknown-property at /filter_args",
      "type-mismatch at /filter_args/bulkDryExecute",
      "unknown-field at /filter_args/filter",
      "unsupported-operator at /filter_args/filter",
      "invalid-value at includeArchived",
      "read-only at /id",
      "type-mismatch at /trusted",
      "unknown-property at /nickname",
    ])
  })
})

test("runs the jobs that are queued while the database fails, without another request", async () => {
  await sql`ALTER TABLE tenants RENAME TO tenants_away`.execute(served.database)
  const { body } = await served.ask("/customers/update.json", {
    method: "PATCH",
    body: { filter_args: { filter: { id: 1 } }, mobile: "later" },
  })
  await expect
    .poll(() => served.log(), { timeout: 10_000 })
    .toContain('relation \\"tenants\\" does not exist')
  await sql`ALTER TABLE tenants_away RENAME TO tenants`.execute(served.database)
  await expect
    .poll(async () => (await served.ask(`/jobs/${body.jobId}.json`)).body.job.state, { timeout: 10_000 })
    .toBe("done")
})

test("the queue of one tenant does not stop the other's", async () => {
  // Rows of jobs, as an earlier process left them: none runs before the server looks.
  const queued = (id: string, tenant_id: number) => ({
    id,
    tenant_id,
    user_id: tenant_id === 1 ? 1 : 9,
    filter: '{"id":-1}',
    include_archived: false,
    changes: "{}",
    dry: true,
  })
  const jobs = [
    ...["north-1", "north-2", "north-3", "north-4"].map((id) => queued(id, 1)),
    ...["south-1", "south-2"].map((id) => queued(id, 2)),
  ]
  await served.database.insertInto("jobs").values(jobs).execute()
  await served.update({ filter_args: { filter: { id: -1 }, bulkDryExecute: true } })
  await expect.poll(async () => (await endedJobs()).length, { timeout: 10_000 }).toBe(jobs.length)
  const order = (await endedJobs()).map(({ id }) => id)
  const places = ["south-1", "south-2"].map((id) => order.indexOf(id))
  expect(order.filter((id) => id.startsWith("north"))).toEqual(["north-1", "north-2", "north-3", "north-4"])
  // The tenants take turns. Two jobs that end in one millisecond may be listed either way.
  expect(places[0]).toBeLessThanOrEqual(2)
  expect(places[1]).toBeLessThanOrEqual(4)

  function endedJobs() {
    return served.database
      .selectFrom("jobs")
      .select("id")
      .where(
        "id",
        "in",
        jobs.map(({ id }) => id),
      )
      .where("state", "=", "done")
      .orderBy("ended_at")
      .orderBy("id")
      .execute()
  }
})
