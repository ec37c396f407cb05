/**
 * Serves the customers API of Teamwork Desk from your own database: `npm start`.
 *
 *     PORT=3000 HOST=127.0.0.1   the address to listen on
 *     DATA_FOLDER=…              the data folder of the embedded PostgreSQL; default: `data` next to this file
 *     DATABASE_URL=postgres://…  a PostgreSQL server to use instead of the embedded one
 *     CUSTOMERS=2000             the number of customers to generate in an empty database
 */
import { fileURLToPath } from "node:url"
import { formatFindings } from "desk-filter/sql"
import { inspectDatabase } from "./database/inspect.ts"
import { openDatabase } from "./database/open.ts"
import { prepareDatabase } from "./database/prepare.ts"
import { ApiKeys } from "./http/keys.ts"
import { makeServer } from "./server.ts"

const { HOST = "127.0.0.1", PORT = "3000", DATABASE_URL: url, CUSTOMERS = "2000" } = process.env
const { DATA_FOLDER: folder = fileURLToPath(new URL("data", import.meta.url)) } = process.env

const database = await openDatabase({ url, folder })
await prepareDatabase(database, Math.ceil(Number(CUSTOMERS) / 2))
const findings = await inspectDatabase(database)
if (findings.length > 0) console.error(formatFindings(findings))

const tenants = await database
  .selectFrom("tenants")
  .innerJoin("users", "users.tenant_id", "tenants.id")
  .select(({ fn }) => ["tenants.id", "tenants.name", fn.min("users.id").as("user")])
  .groupBy(["tenants.id", "tenants.name"])
  .orderBy("tenants.id")
  .execute()
const apiKeys = new ApiKeys()
const keys = tenants.map(({ id, name, user }) => ({
  name,
  key: apiKeys.issue({ tenantId: id, userId: Number(user) }),
}))

const server = makeServer({ database, keys: apiKeys, log: process.stderr })
const address = await server.listen({ host: HOST, port: Number(PORT) })

const [{ key } = { key: "" }] = keys
const curl = `curl -g -H 'Authorization: Bearer ${key}'`
const api = `${address}/desk/api/v2`
console.log(`
The Desk customers API: ${address}
OpenAPI:                ${address}/openapi.json
Data:                   ${url === undefined ? folder : "the PostgreSQL server of DATABASE_URL"}

API keys, valid until the server stops:
${keys.map(({ name, key }) => `  ${name}  ${key}`).join("\n")}

Try:
  ${curl} '${api}/customers.json?pageSize=2&filter={"state":"active","companies.name":"Acme"}'
  ${curl} -X PATCH -H 'Content-Type: application/json' '${api}/customers/update.json' -d '{"filter_args":{"filter":{"jobTitle":"agent"}},"jobTitle":"Agent"}'
  ${curl} '${api}/customers.json?filter={"stat":"active"}'
`)

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await server.close()
    await database.destroy()
  })
}
