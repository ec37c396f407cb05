import { DatabaseSync } from "node:sqlite"
import { createClient } from "@libsql/client"
import { MikroORM, raw } from "@mikro-orm/postgresql"
import Database from "better-sqlite3"
import { Sequelize } from "sequelize"
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { parseFilter } from "../../src/index.ts"
import { postgres, toSql, toSqlTemplate } from "../../src/sql.ts"
import { createDatabase } from "../servers/postgres.ts"
import { addressOf } from "./address.ts"

// What docs/drivers.md warns of. If a new release changes it, the page must change too.

describe("an id above 2^53", () => {
  const query = "SELECT 9007199254740993 AS id"

  test("loses digits in better-sqlite3, unless it reads bigints", () => {
    const database = new Database(":memory:")
    expect(database.prepare(query).all()).toEqual([{ id: 9007199254740992 }])
    expect(database.prepare(query).safeIntegers().all()).toEqual([{ id: 9007199254740993n }])
    database.close()
  })

  test("is an error in node:sqlite, unless it reads bigints", () => {
    const database = new DatabaseSync(":memory:")
    const statement = database.prepare(query)
    expect(() => statement.all()).toThrow(/too large/)
    statement.setReadBigInts(true)
    expect(statement.all()).toEqual([{ id: 9007199254740993n }])
    database.close()
  })

  test("is an error in libSQL, unless it reads bigints", async () => {
    const [numbers, bigints] = [{}, { intMode: "bigint" } as const].map((options) =>
      createClient({ url: ":memory:", ...options }),
    )
    await expect(numbers?.execute(query)).rejects.toThrow(/cannot be safely represented/)
    expect((await bigints?.execute(query))?.rows[0]?.id).toBe(9007199254740993n)
  })
})

describe("a list", () => {
  const filter = parseFilter(customers, '{"id":{"$in":[1,2,3]}}')
  const { text, values } = toSql(filter, postgres)
  const { strings } = toSqlTemplate(filter, postgres)
  let url: string
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const database = await createDatabase()
    await database.client.query("CREATE TABLE customers (id bigint)")
    url = addressOf("postgres", inject("postgres"), database.name)
    drop = database.drop
  })
  afterAll(() => drop?.())

  test("is expanded by the replacements of Sequelize", async () => {
    const database = new Sequelize(url, { logging: false })
    const statement = `SELECT id FROM customers WHERE ${strings.join("?")}`
    await expect(database.query(statement, { replacements: [...values] })).rejects.toThrow(/syntax error/)
    await database.close()
  })

  test("is expanded by MikroORM's execute", async () => {
    const orm = await MikroORM.init({
      clientUrl: url,
      entities: [],
      discovery: { warnWhenNoEntities: false },
    })
    const em = orm.em.fork()
    const start = "SELECT id FROM customers WHERE "
    await expect(em.execute(start + strings.join("?"), [...values])).rejects.toThrow(/syntax error/)
    await expect(em.execute(raw(start + strings.join("?"), [...values]))).rejects.toThrow(/syntax error/)
    // It does not read numbered parameters.
    await expect(em.execute(start + text, [...values])).rejects.toThrow(/there is no parameter/)
    await orm.close()
  })
})
