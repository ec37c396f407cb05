import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parseFilter } from "../../src/index.ts"
import type { BackendName } from "../conformance/case.ts"
import { groups } from "../conformance/cases.ts"
import { people } from "../conformance/people.ts"
import type { Digits, Engine } from "../engines/engine.ts"
import { openPredicate } from "../engines/predicate.ts"
import { openSqlite, type SqliteDatabase } from "../engines/sqlite.ts"
import { agrees } from "../properties/agrees.ts"
import { throughKnex } from "./builders/knex.ts"
import { throughMysql2 } from "./builders/mysql2.ts"
import { throughSequelize } from "./builders/sequelize.ts"
import { throughTypeormBuilder, throughTypeormQuery } from "./builders/typeorm.ts"
import type { Connect } from "./driver.ts"
import { filters, records } from "./nasty.ts"
import { postgresDrivers } from "./postgres-drivers.ts"
import { betterSqlite3 } from "./sqlite/better-sqlite3.ts"
import { libsql } from "./sqlite/libsql.ts"
import { nodeSqlite } from "./sqlite/node-sqlite.ts"
import { mysqlThrough, postgresThrough } from "./through.ts"

interface Setup {
  readonly backend: BackendName
  /** The digits of a second in its columns. */
  readonly digits: Digits
  open(): Promise<Engine>
}

const onSqlite = (open: () => Promise<SqliteDatabase>): Setup => ({
  backend: "sqlite",
  digits: 3,
  open: () => openSqlite("iso-millis", "BINARY", undefined, open),
})
const onPostgres = (connect: Connect): Setup => ({
  backend: "postgres",
  digits: 6,
  open: () => postgresThrough(connect),
})
const onMariadb = (connect: Connect): Setup => ({
  backend: "mysql",
  digits: 6,
  open: () => mysqlThrough(connect),
})

const setups: Readonly<Record<string, Setup>> = {
  "better-sqlite3": onSqlite(betterSqlite3),
  "node:sqlite": onSqlite(nodeSqlite),
  libSQL: onSqlite(libsql),
  ...Object.fromEntries(
    Object.entries(postgresDrivers).map(([name, connect]) => [name, onPostgres(connect)]),
  ),
  "Knex on MariaDB": onMariadb((url) => throughKnex("mysql2", url)),
  "TypeORM's query on MariaDB": onMariadb((url) => throughTypeormQuery("mysql", url)),
  "TypeORM's query builder on MariaDB": onMariadb((url) => throughTypeormBuilder("mysql", url)),
  "Sequelize on MariaDB": onMariadb(throughSequelize),
  "mysql2's execute": onMariadb((url) => throughMysql2("execute", url)),
}

describe.each(Object.entries(setups))("%s", (name, { backend, digits, open }) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  })
  afterAll(() => engine?.close())

  test("finds the records that the predicate keeps, of values in the notation of drivers", async () => {
    const predicate = await openPredicate()
    await engine.load(records)
    await predicate.load(records)
    for (const text of filters) {
      const filter = parseFilter(people, text)
      const expected = await predicate.find(filter)
      expect(expected, text).not.toEqual([])
      expect(await engine.find(filter), text).toEqual(expected)
    }
  })

  test.each(groups.filter(({ backends }) => "on" in backends[backend]))(
    "answers the cases of conformance: $name",
    async ({ records, cases }) => {
      await engine.load(records)
      for (const [text, keeps, options] of cases)
        expect(await engine.find(parseFilter(people, text, options)), text).toEqual(keeps)
    },
  )

  agrees(name, digits, { loads: 1, records: 100, filters: 60 }, open)
})
