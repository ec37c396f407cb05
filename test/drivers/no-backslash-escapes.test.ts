import { sql as drizzleSql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/mysql2"
import knex from "knex"
import { Kysely, MysqlDialect, sql } from "kysely"
import { createPool } from "mysql2"
import { createConnection, type RowDataPacket } from "mysql2/promise"
import { QueryTypes, Sequelize } from "sequelize"
import { DataSource } from "typeorm"
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { parseFilter } from "../../src/index.ts"
import { mysql, toSql } from "../../src/sql.ts"
import { createSchema } from "../servers/mariadb.ts"
import { addressOf } from "./address.ts"

/** Runs a statement with values on one connection. */
interface Runner {
  run(statement: string, values?: readonly unknown[]): Promise<unknown>
  close(): Promise<unknown>
}

/** Calls a template tag with the pieces of a statement. */
function templateOf<Result>(
  tag: (strings: TemplateStringsArray, ...values: unknown[]) => Result,
  statement: string,
  values: readonly unknown[],
): Result {
  const strings = statement.split("?")
  return tag(Object.assign(strings, { raw: strings }), ...values)
}

type Open = (url: string) => Promise<Runner>

const throughMysql2 =
  (method: "execute" | "query"): Open =>
  async (url) => {
    const connection = await createConnection(url)
    return {
      async run(statement, values) {
        const [rows] = await connection[method]<RowDataPacket[]>(statement, values as string[])
        return rows
      },
      close: () => connection.end(),
    }
  }

const throughKnex: Open = async (connection) => {
  const database = knex({ client: "mysql2", connection, pool: { min: 1, max: 1 } })
  return {
    async run(statement, values = []) {
      const [rows] = await database.raw(statement, values as string[])
      return rows
    },
    close: () => database.destroy(),
  }
}

const throughTypeorm: Open = async (url) => {
  const database = await new DataSource({ type: "mysql", url, poolSize: 1 }).initialize()
  return {
    run: (statement, values = []) => database.query(statement, [...values]),
    close: () => database.destroy(),
  }
}

const throughDrizzle: Open = async (url) => {
  const database = drizzle({ connection: { uri: url, connectionLimit: 1 } })
  return {
    async run(statement, values = []) {
      const [rows] = await database.execute(templateOf(drizzleSql, statement, values))
      return rows
    },
    close: async () => database.$client.end(),
  }
}

const throughKysely: Open = async (url) => {
  const pool = createPool({ uri: url, connectionLimit: 1 })
  const database = new Kysely({ dialect: new MysqlDialect({ pool }) })
  return {
    async run(statement, values = []) {
      const { rows } = await templateOf(sql, statement, values).execute(database)
      return rows
    },
    close: () => database.destroy(),
  }
}

const throughSequelize: Open = async (url) => {
  const database = new Sequelize(url, { logging: false, pool: { max: 1 } })
  return {
    async run(statement, values) {
      if (values === undefined) return database.query(statement)
      let position = 0
      const numbered = statement.replaceAll("?", () => `$${++position}`)
      return database.query(numbered, { bind: [...values], type: QueryTypes.SELECT })
    },
    close: () => database.close(),
  }
}

describe("a text with a quote, where a backslash does not escape", () => {
  const { text, values } = toSql(parseFilter(customers, `{"state":"' OR 1 = 1) -- "}`), mysql)
  let url: string
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const schema = await createSchema()
    await schema.connection.query("CREATE TABLE customers (id BIGINT, state VARCHAR(50))")
    await schema.connection.query("INSERT INTO customers VALUES (1, 'active'), (2, NULL)")
    url = addressOf("mysql", inject("mariadb"), schema.name)
    drop = schema.drop
  })
  afterAll(() => drop?.())

  /** The ids of the rows that the condition finds in this mode of the session. */
  async function foundIn(mode: string, open: Open): Promise<number[]> {
    const { run, close } = await open(url)
    await run(`SET SESSION sql_mode = '${mode}'`)
    try {
      const rows = await run(`SELECT id FROM customers WHERE ${text}`, values)
      return (rows as { readonly id: unknown }[]).map(({ id }) => Number(id))
    } finally {
      await close()
    }
  }

  test.each([
    ["mysql2's query", throughMysql2("query")],
    ["Knex", throughKnex],
    ["TypeORM", throughTypeorm],
    ["Drizzle", throughDrizzle],
    ["Kysely", throughKysely],
  ])("leaves the literal that %s writes, and finds every row", async (_, open) => {
    expect(await foundIn("", open)).toEqual([])
    expect(await foundIn("NO_BACKSLASH_ESCAPES", open)).toEqual([1, 2])
  })

  test.each([
    ["mysql2's execute", throughMysql2("execute")],
    ["Sequelize's bind", throughSequelize],
  ])("stays a value with %s", async (_, open) => {
    expect(await foundIn("", open)).toEqual([])
    expect(await foundIn("NO_BACKSLASH_ESCAPES", open)).toEqual([])
  })
})
