import { randomUUID } from "node:crypto"
import { type Connection, createConnection, type RowDataPacket } from "mysql2/promise"
import { inject } from "vitest"
import { type Collation, type Dialect, toSql } from "../../src/sql.ts"
import type { Engine } from "../engines/engine.ts"
import { type ColumnType, mappingOf, rowsOf, tables } from "../engines/tables.ts"

/** How the text columns are declared, and what the mapping says of it. */
export interface MariadbTexts {
  /** What follows the type: character set and collation; nothing for the server's default. */
  readonly declared: string
  readonly collation?: Collation
}

/** A database of its own in the server; it is dropped when it is closed. */
export async function createSchema(): Promise<{
  readonly connection: Connection
  readonly name: string
  drop(): Promise<void>
}> {
  const name = `desk_filter_${randomUUID().replaceAll("-", "")}`
  const connection = await createConnection({
    ...inject("mariadb"),
    supportBigNumbers: true,
    bigNumberStrings: true,
  })
  await connection.query(`CREATE DATABASE ${name}`)
  await connection.query(`USE ${name}`)
  return {
    connection,
    name,
    async drop() {
      await connection.query(`DROP DATABASE ${name}`)
      await connection.end()
    },
  }
}

/** A MariaDB server, which answers the SQL of both dialects. */
export async function openMariadb(
  dialect: Dialect,
  texts: MariadbTexts,
): Promise<Engine & { readonly name: string }> {
  const { connection, name, drop } = await createSchema()
  const types: Readonly<Record<ColumnType, string>> = {
    integer: "BIGINT",
    number: "DOUBLE",
    string: `VARCHAR(500) ${texts.declared}`,
    boolean: "BOOLEAN",
    datetime: "DATETIME(6)",
  }
  for (const [table, columns] of Object.entries(tables)) {
    const list = Object.entries(columns).map(([name, type]) => `\`${name}\` ${types[type]}`)
    await connection.query(`CREATE TABLE \`${table}\` (${list.join()})`)
  }
  const mapping = mappingOf(undefined, texts.collation)
  return {
    name,
    async load(records) {
      const rows = rowsOf(records)
      for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
        const columns: readonly ColumnType[] = Object.values(tables[table])
        await connection.query(`DELETE FROM \`${table}\``)
        if (rows[table].length === 0) continue
        const tuple = `(${columns.map(() => "?").join()})`
        await connection.execute(
          `INSERT INTO \`${table}\` VALUES ${rows[table].map(() => tuple).join()}`,
          rows[table].flatMap((row) => row.map((value, i) => stored(columns[i], value))),
        )
      }
    },
    async find(filter) {
      const { text, values } = toSql(filter, dialect, mapping)
      const [rows] = await connection.execute<RowDataPacket[]>(
        `SELECT id FROM people WHERE ${text} ORDER BY id`,
        values as (string | number | bigint)[],
      )
      return rows.map(({ id }) => Number(id))
    },
    close: drop,
  }
}

function stored(type: ColumnType | undefined, value: unknown): string | number | null {
  if (value === undefined || value === null) return null
  if (type === "datetime")
    return new Date(String(value)).toISOString().slice(0, 19).replace("T", " ") + fraction(String(value))
  return typeof value === "boolean" ? Number(value) : (value as string | number)
}

/** The digits of a second, up to microseconds, as they are written. */
function fraction(iso: string): string {
  return /\.\d{1,6}/.exec(iso)?.[0] ?? ""
}
