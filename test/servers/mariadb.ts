import { randomUUID } from "node:crypto"
import { type Connection, createConnection, type RowDataPacket } from "mysql2/promise"
import { inject } from "vitest"
import type { FieldTypeName } from "../../src/index.ts"
import { type Collation, dialects, toSql } from "../../src/sql.ts"
import type { Engine } from "../engines/engine.ts"
import {
  type ColumnTypes,
  columnDefinitions,
  mappingOf,
  rowsOf,
  tableNames,
  tables,
} from "../engines/tables.ts"

/** How the text columns are declared, and what the mapping says about it. */
export interface MariadbTexts {
  /** The character set and collation after the type; empty for the server's default. */
  readonly declared: string
  readonly collation?: Collation
}

/** Creates a database in the server. `drop` removes it. */
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

/** A MariaDB server. It runs the SQL of both dialects, because the SQL for MySQL uses only what MariaDB has too. */
export async function openMariadb(
  backend: "mariadb" | "mysql",
  texts: MariadbTexts,
): Promise<Engine & { readonly database: string }> {
  const { connection, name: database, drop } = await createSchema()
  const varchar = `VARCHAR(500) ${texts.declared}`
  const types: ColumnTypes = {
    integer: "BIGINT",
    number: "DOUBLE",
    string: varchar,
    boolean: "BOOLEAN",
    enum: varchar,
    datetime: "DATETIME(6)",
    reference: "BIGINT",
    opaque: varchar,
    uuid: `CHAR(36) ${texts.declared}`,
    decimal: "DECIMAL(38,10)",
    date: "DATE",
  }
  for (const table of tableNames)
    await connection.query(`CREATE TABLE \`${table}\` (${columnDefinitions(table, types, "`")})`)
  const mapping = mappingOf(undefined, texts.collation)
  return {
    backend,
    name: "MariaDB",
    database,
    async load(records) {
      const rows = rowsOf(records)
      for (const table of tableNames) {
        const columns = tables[table]
        await connection.query(`DELETE FROM \`${table}\``)
        if (rows[table].length === 0) continue
        const tuple = `(${columns.map(() => "?").join()})`
        await connection.execute(
          `INSERT INTO \`${table}\` VALUES ${rows[table].map(() => tuple).join()}`,
          rows[table].flatMap((row) =>
            columns.map(({ field }, i) => (row[i] === null ? null : stored[field.type](row[i]))),
          ),
        )
      }
    },
    async find(filter) {
      const { text, values } = toSql(filter, dialects[backend], mapping)
      const [rows] = await connection.execute<RowDataPacket[]>(
        `SELECT id FROM people WHERE ${text} ORDER BY id`,
        values as (string | number | bigint)[],
      )
      return rows.map(({ id }) => Number(id))
    },
    close: drop,
  }
}

const asIs = (value: unknown) => value as string | number

/** What a column holds of a value that is not null. */
const stored: Readonly<Record<FieldTypeName, (value: unknown) => string | number>> = {
  integer: asIs,
  number: asIs,
  string: asIs,
  boolean: Number,
  enum: asIs,
  datetime: (value) =>
    new Date(String(value)).toISOString().slice(0, 19).replace("T", " ") + fraction(String(value)),
  reference: asIs,
  opaque: asIs,
  uuid: asIs,
  decimal: asIs,
  date: asIs,
}

/** The fraction of a second as it is written, without what is finer than a microsecond. */
function fraction(iso: string): string {
  return /\.\d{1,6}/.exec(iso)?.[0] ?? ""
}
