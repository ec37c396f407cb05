/**
 * Measures subscriptions: `npx tsx examples/desk-customers/load-subscriptions.ts`. It subscribes to 10,000 filters over
 * HTTP, updates 1,000 customers, and waits for the events. Set DATABASE_URL to use a PostgreSQL server: an empty
 * database, because the update changes its customers. It prints a table, and exits with 1 if an event is missing.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { availableParallelism, cpus, tmpdir } from "node:os"
import { join } from "node:path"
import { parseFilter } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
import { customers } from "desk-filter/desk"
import { CustomersClient } from "./client.ts"
import { visibleCustomers } from "./customers/schema.ts"
import { openDatabase } from "./database/open.ts"
import { prepareDatabase } from "./database/prepare.ts"
import { ApiKeys } from "./http/keys.ts"
import { makeServer } from "./server.ts"
import { sampleChanges, sampleFilters } from "./subscriptions/sample-filters.ts"
import { TenantSubscriptions } from "./subscriptions/tenant-subscriptions.ts"

const SUBSCRIPTIONS = 10_000
const CUSTOMERS = 1000

const folder = mkdtempSync(join(tmpdir(), "desk-customers-"))
const { DATABASE_URL: url } = process.env
const database = await openDatabase({ url, folder })
await prepareDatabase(database, CUSTOMERS)
const keys = new ApiKeys()
const key = keys.issue({ tenantId: 1, userId: 1 })
// One more than is measured: its event marks the end.
const subscriptions = { maxPerTenant: SUBSCRIPTIONS + 1 }
const server = makeServer({ database, keys, log: process.stderr, subscriptions })
const client = new CustomersClient(await server.listen({ port: 0, host: "127.0.0.1" }), key)

const filters = sampleFilters(SUBSCRIPTIONS)
const start = performance.now()
for (const filter of filters) await client.subscribe(parseFilter(customers, filter))
const subscribed = performance.now()

const archivedToo = { includeArchived: true }
const { eq, gt } = filterBuilder(customers)
const mark = await client.subscribe(eq("avatarURL", "mark"), archivedToo)
const events = await client.events()
const queued = performance.now()
const { updated } = await client.update(gt("id", 0), sampleChanges, archivedToo)
const done = performance.now()

// Events come in the order of the updates: that of a second update comes last.
await client.update(eq("id", 1), { avatarURL: "mark" }, archivedToo)
let received = 0
let last = 0
for await (const { event, data } of events) {
  if (event === "missed") throw new Error("Events were missed")
  if (data.subscription === mark.id) break
  received++
  last = performance.now()
}

// The same pass without the server: how long the index takes, and how many events there must be.
const tenant = new TenantSubscriptions(1)
for (const filter of filters)
  tenant.add({ filter: parseFilter(visibleCustomers, filter), includeArchived: false })
let expected = 0
tenant.channel.send = () => {
  expected++
}
const changes = await database
  .selectFrom("customer_changes")
  .select(["id", "job_id as jobId", "customer_id as customerId", "before", "after"])
  .where("tenant_id", "=", 1)
  .execute()
const before = performance.now()
for (const change of changes) tenant.follow(change)
const after = performance.now()

const ms = (from: number, to: number) => `${Math.round(to - from)} ms`
console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model}`)
console.log(`${url === undefined ? "PGlite" : "PostgreSQL"}, ${updated} customers, ${received} events\n`)
console.log("| | |\n|---|--:|")
console.log(`| ${SUBSCRIPTIONS} subscriptions, one request after another | ${ms(start, subscribed)} |`)
console.log(`| the update, until its job is done | ${ms(queued, done)} |`)
console.log(`| the pass of the index over the changed rows | ${ms(before, after)} |`)
console.log(`| from the request of the update to the last event | ${ms(queued, last)} |`)
console.log(`| events a second in that time | ${Math.round((1000 * received) / (last - queued))} |`)

await server.close()
await database.destroy()
rmSync(folder, { recursive: true, force: true })
process.exitCode = received === expected ? 0 : 1
