import { randomUUID } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"
import { type Collation, dialects, toSql } from "../../src/sql.ts"
import type { Engine } from "../engines/engine.ts"
import { postgresColumns } from "../engines/pglite.ts"
import {
  type ColumnTypes,
  columnArrays,
  columnDefinitions,
  mappingOf,
  tableNames,
} from "../engines/tables.ts"

/** The collation of the text columns, and what the mapping says about it. */
export interface PostgresTexts {
  /** The collation after the type `text`. */
  readonly declared: string
  /** Statements to run first. */
  readonly before?: string
  readonly collation?: Collation
}

/** Creates a database in the server. `drop` removes it. */
export async function createDatabase(address = inject("postgres")): Promise<{
  readonly client: pg.Client
  readonly name: string
  drop(): Promise<void>
}> {
  const name = `desk_filter_${randomUUID().replaceAll("-", "")}`
  const admin = new pg.Client({ ...address, database: "postgres" })
  await admin.connect()
  // Otherwise the server's default decides the order of names.
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

/** The statements that create the tables. */
export function createTables(texts: PostgresTexts): string {
  const text = `text ${texts.declared}`
  const types: ColumnTypes = { ...postgresColumns, string: text, enum: text, opaque: text }
  const statements = tableNames.map(
    (table) => `CREATE TABLE "${table}" (${columnDefinitions(table, types, '"')})`,
  )
  return [texts.before ?? "", ...statements].join(";\n")
}

/** A PostgreSQL server. */
export async function openPostgres(texts: PostgresTexts): Promise<Engine> {
  const { client, drop } = await createDatabase()
  await client.query(createTables(texts))
  return engineOn(client, drop, texts.collation)
}

/** An engine on the tables of a connection. */
export function engineOn(client: pg.Client, close: () => Promise<void>, collation?: Collation): Engine {
  const backend = "postgres"
  const mapping = mappingOf(undefined, collation)
  return {
    backend,
    name: "PostgreSQL",
    load: (records) => loadPostgres(client, records),
    async find(filter) {
      const { text, values } = toSql(filter, dialects[backend], mapping)
      const { rows } = await client.query(`SELECT id FROM people WHERE ${text} ORDER BY id`, values)
      return rows.map(({ id }) => Number(id))
    },
    close,
  }
}

export async function loadPostgres(client: pg.Client, records: Parameters<Engine["load"]>[0]): Promise<void> {
  for (const [table, columns] of columnArrays(records)) {
    await client.query(`DELETE FROM "${table}"`)
    const lists = columns.map(({ type }, i) => `$${i + 1}::text[]::${postgresColumns[type]}[]`)
    await client.query(
      `INSERT INTO "${table}" SELECT * FROM unnest(${lists.join()})`,
      columns.map(({ values }) => values),
    )
  }
}
