import { inject } from "vitest"
import { mysql, postgres, toSql, toSqlTemplate } from "../../src/sql.ts"
import type { Engine } from "../engines/engine.ts"
import { mappingOf } from "../engines/tables.ts"
import { openMariadb } from "../servers/mariadb.ts"
import { createDatabase, createTables, loadPostgres } from "../servers/postgres.ts"
import { addressOf } from "./address.ts"
import type { Connect } from "./driver.ts"

/** PostgreSQL through a driver. */
export async function postgresThrough(connect: Connect): Promise<Engine> {
  const { client, name, drop } = await createDatabase()
  await client.query(createTables({ declared: "" }))
  const driver = await connect(addressOf("postgres", inject("postgres"), name))
  const mapping = mappingOf()
  return {
    backend: "postgres",
    name: "PostgreSQL",
    load: (records) => loadPostgres(client, records),
    async find(filter) {
      const { text } = toSql(filter, postgres, mapping)
      const rows = await driver.people({ text, ...toSqlTemplate(filter, postgres, mapping) })
      return rows.map(({ id }) => Number(id))
    },
    async close() {
      await driver.close()
      await drop()
    },
  }
}

/** MariaDB through a driver for MySQL. */
export async function mysqlThrough(connect: Connect): Promise<Engine> {
  const engine = await openMariadb("mysql", { declared: "CHARACTER SET utf8mb4" })
  const driver = await connect(addressOf("mysql", inject("mariadb"), engine.database))
  const mapping = mappingOf()
  return {
    backend: "mysql",
    name: "MariaDB",
    load: (records) => engine.load(records),
    async find(filter) {
      const { text } = toSql(filter, mysql, mapping)
      const rows = await driver.people({ text, ...toSqlTemplate(filter, mysql, mapping) })
      return rows.map(({ id }) => Number(id))
    },
    async close() {
      await driver.close()
      await engine.close()
    },
  }
}
