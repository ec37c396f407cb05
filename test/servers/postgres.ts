import { randomUUID } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"
import { type Collation, postgres, toSql } from "../../src/sql.ts"
import type { Engine } from "../engines/engine.ts"
import { type ColumnType, columnArrays, mappingOf, tables } from "../engines/tables.ts"

/** How the text columns are declared to compare, and what the mapping says of it. */
export interface PostgresTexts {
  /** What follows the type `text`. */
  readonly declared: string
  /** Statements that have to come first. */
  readonly before?: string
  readonly collation?: Collation
}

/** A database of its own in the server; it is dropped when it is closed. */
export async function createDatabase(): Promise<{
  readonly client: pg.Client
  readonly name: string
  drop(): Promise<void>
}> {
  const address = inject("postgres")
  const name = `desk_filter_${randomUUID().replaceAll("-", "")}`
  const admin = new pg.Client({ ...address, database: "postgres" })
  await admin.connect()
  // Without this the names' order is the server's choice.
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
  const client = new pg.Client({ ...address, database: name })
  await client.connect()
  return {
    client,
    name,
    async drop() {
      await client.end()
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}

/** The statements that make the tables. */
export function createTables(texts: PostgresTexts): string {
  const types: Readonly<Record<ColumnType, string>> = {
    integer: "bigint",
    number: "double precision",
    string: `text ${texts.declared}`,
    boolean: "boolean",
    datetime: "timestamptz",
  }
  const statements = Object.entries(tables).map(([table, columns]) => {
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${types[type]}`)
    return `CREATE TABLE "${table}" (${list.join()})`
  })
  return [texts.before ?? "", ...statements].join(";\n")
}

/** A PostgreSQL server. */
export async function openPostgres(texts: PostgresTexts): Promise<Engine> {
  const { client, drop } = await createDatabase()
  await client.query(createTables(texts))
  return engineOn(client, drop, texts.collation)
}

/** The engine that a connection makes of a database with the tables. */
export function engineOn(client: pg.Client, close: () => Promise<void>, collation?: Collation): Engine {
  const mapping = mappingOf(undefined, collation)
  return {
    load: (records) => loadPostgres(client, records),
    async find(filter) {
      const { text, values } = toSql(filter, postgres, mapping)
      const { rows } = await client.query(`SELECT id FROM people WHERE ${text} ORDER BY id`, values)
      return rows.map(({ id }) => Number(id))
    },
    close,
  }
}

export async function loadPostgres(client: pg.Client, records: Parameters<Engine["load"]>[0]): Promise<void> {
  const types = {
    integer: "bigint",
    number: "double precision",
    string: "text",
    boolean: "boolean",
    datetime: "timestamptz",
  }
  for (const [table, columns] of columnArrays(records)) {
    await client.query(`DELETE FROM "${table}"`)
    const lists = columns.map(({ type }, i) => `$${i + 1}::text[]::${types[type]}[]`)
    await client.query(
      `INSERT INTO "${table}" SELECT * FROM unnest(${lists.join()})`,
      columns.map(({ values }) => values),
    )
  }
}
