import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { examplesFor } from "../documentation/docs.ts"
import { runExample } from "../documentation/examples.ts"
import { createSchema } from "./mariadb.ts"
import { createDatabase } from "./postgres.ts"

const pages = ["drivers.md", "inspection.md"]

describe("the recipes that need a server", () => {
  const drops: (() => Promise<void>)[] = []
  beforeAll(async () => {
    const postgres = inject("postgres")
    const database = await createDatabase()
    process.env.PGHOST = postgres.host
    process.env.PGPORT = String(postgres.port)
    process.env.PGUSER = postgres.user
    process.env.PGDATABASE = database.name
    if (postgres.password !== undefined) process.env.PGPASSWORD = postgres.password
    const { host, port, user, password = "" } = inject("mariadb")
    const schema = await createSchema()
    const address = `${user}:${encodeURIComponent(password)}@${host}:${port}/${schema.name}`
    process.env.MYSQL_URL = `mysql://${address}`
    process.env.MARIADB_URL = `mariadb://${address}`
    drops.push(database.drop, schema.drop)
  })
  afterAll(async () => {
    for (const drop of drops) await drop()
  })

  test.each(pages.flatMap((page) => examplesFor("servers", page)))("%s", async (_, code) => {
    const checked = await runExample(code, (actual, expected, expression) =>
      expect(actual, expression).toEqual(expected),
    )
    expect(checked).toBeGreaterThan(0)
  })
})
