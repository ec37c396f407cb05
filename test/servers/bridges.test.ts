import { sql as drizzleSql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/node-postgres"
import { Kysely, sql as kyselySql, PostgresDialect } from "kysely"
import { createConnection } from "mariadb"
import pg from "pg"
import connect, { type ParameterOrFragment } from "postgres"
import templateTag from "sql-template-tag"
import { inject } from "vitest"
import { mariadb, postgres, type SqlTemplate, toSql, toSqlTemplate } from "../../src/sql.ts"
import { answers } from "../conformance/answers.ts"
import type { Engine } from "../engines/engine.ts"
import { mappingOf } from "../engines/tables.ts"
import { openMariadb } from "./mariadb.ts"
import { createDatabase, createTables, loadPostgres } from "./postgres.ts"

interface Row {
  readonly id: unknown
}

/** A query builder or driver, connected to a database of this name. */
type Bridge = (database: string) => Promise<{
  people(condition: SqlTemplate): Promise<readonly Row[]>
  close(): Promise<void>
}>

/** PostgreSQL through a bridge. */
async function through(bridge: Bridge): Promise<Engine> {
  const { client, name, drop } = await createDatabase()
  await client.query(createTables({ declared: "" }))
  const { people, close } = await bridge(name)
  const mapping = mappingOf()
  return {
    backend: "postgres",
    name: "PostgreSQL",
    load: (records) => loadPostgres(client, records),
    async find(filter) {
      const rows = await people(toSqlTemplate(filter, postgres, mapping))
      return rows.map(({ id }) => Number(id))
    },
    async close() {
      await close()
      await drop()
    },
  }
}

const kysely: Bridge = async (database) => {
  const pool = new pg.Pool({ ...inject("postgres"), database })
  const builder = new Kysely<{ people: { id: string } }>({ dialect: new PostgresDialect({ pool }) })
  return {
    people: ({ strings, values }) =>
      builder
        .selectFrom("people")
        .select("id")
        .where(kyselySql<boolean>(strings, ...values))
        .orderBy("id")
        .execute(),
    close: () => builder.destroy(),
  }
}

const drizzleOrm: Bridge = async (database) => {
  const pool = new pg.Pool({ ...inject("postgres"), database })
  const builder = drizzle({ client: pool })
  return {
    async people({ strings, values }) {
      const matching = drizzleSql(strings, ...values.map((value) => drizzleSql.param(value)))
      const { rows } = await builder.execute<{ id: unknown }>(
        drizzleSql`SELECT id FROM people WHERE ${matching} ORDER BY id`,
      )
      return rows
    },
    close: () => pool.end(),
  }
}

const postgresJs: Bridge = async (database) => {
  const sql = connect({ ...inject("postgres"), database, max: 1 })
  return {
    people({ strings, values }) {
      const matching = sql(strings, ...(values as ParameterOrFragment<never>[]))
      return sql<{ id: unknown }[]>`SELECT id FROM people WHERE ${matching} ORDER BY id`
    },
    close: () => sql.end(),
  }
}

const sqlTemplateTag: Bridge = async (database) => {
  const client = new pg.Client({ ...inject("postgres"), database })
  await client.connect()
  return {
    async people({ strings, values }) {
      const matching = templateTag(strings, ...values)
      const { rows } = await client.query(templateTag`SELECT id FROM people WHERE ${matching} ORDER BY id`)
      return rows
    },
    close: () => client.end(),
  }
}

for (const [name, bridge] of Object.entries({ kysely, drizzleOrm, postgresJs, sqlTemplateTag }))
  answers("postgres", "PostgreSQL", `through ${name}`, () => through(bridge))

answers("mariadb", "MariaDB", "through its own connector", async () => {
  const engine = await openMariadb("mariadb", { declared: "" })
  const connection = await createConnection({ ...inject("mariadb"), database: engine.database })
  const mapping = mappingOf()
  return {
    backend: "mariadb",
    name: "MariaDB",
    load: (records) => engine.load(records),
    async find(filter) {
      const { text, values } = toSql(filter, mariadb, mapping)
      const rows: Row[] = await connection.execute(`SELECT id FROM people WHERE ${text} ORDER BY id`, values)
      return rows.map(({ id }) => Number(id))
    },
    async close() {
      await connection.end()
      await engine.close()
    },
  }
})
