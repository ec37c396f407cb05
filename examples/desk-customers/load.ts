/**
 * Measures the requests per second and the latency of the list: `npm run load:desk-customers`. Set DATABASE_URL to use
 * a PostgreSQL server. It prints a table, and exits with 1 if a request fails.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { availableParallelism, cpus, tmpdir } from "node:os"
import { join } from "node:path"
import autocannon from "autocannon"
import { openDatabase } from "./database/open.ts"
import { prepareDatabase } from "./database/prepare.ts"
import { ApiKeys } from "./http/keys.ts"
import { makeServer } from "./server.ts"

const CONNECTIONS = 50
const SECONDS = 20

const LISTS: Readonly<Record<string, string>> = {
  "without a filter": "",
  "with a filter":
    '{"state":"active","createdAt":{"$gte":"2025-01-01"},"companies.name":{"$in":["Acme","Örn"]}}',
}

const folder = mkdtempSync(join(tmpdir(), "desk-customers-"))
const { DATABASE_URL: url } = process.env
const database = await openDatabase({ url, folder })
await prepareDatabase(database, 1000)
const keys = new ApiKeys()
const key = keys.issue({ tenantId: 1, userId: 1 })
const server = makeServer({ database, keys, log: process.stderr })
const address = await server.listen({ port: 0, host: "127.0.0.1" })

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model}`)
console.log(`${url === undefined ? "PGlite" : "PostgreSQL"}, ${CONNECTIONS} connections, ${SECONDS} s each\n`)
console.log("| 20 of 1,000 customers | requests per second | p50 | p99 | errors |\n|---|--:|--:|--:|--:|")
let failures = 0
for (const [name, filter] of Object.entries(LISTS)) {
  const query = filter === "" ? "" : `?${new URLSearchParams({ filter })}`
  const { requests, latency, errors, non2xx } = await autocannon({
    url: `${address}/desk/api/v2/customers.json${query}`,
    headers: { authorization: `Bearer ${key}` },
    connections: CONNECTIONS,
    duration: SECONDS,
    // The load generator runs in another thread, because the server uses this one.
    workers: 1,
  })
  failures += errors + non2xx
  const cells = [Math.round(requests.average), `${latency.p50} ms`, `${latency.p99} ms`, errors + non2xx]
  console.log(`| ${name} | ${cells.join(" | ")} |`)
}

await server.close()
await database.destroy()
rmSync(folder, { recursive: true, force: true })
process.exitCode = failures === 0 ? 0 : 1
