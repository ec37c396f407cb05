import { randomUUID } from "node:crypto"
import { PGlite } from "@electric-sql/pglite"
import { citext } from "@electric-sql/pglite/contrib/citext"
import pg from "pg"
import { inject } from "vitest"
import { dialects } from "../../../src/sql.ts"
import type { ServerAddress } from "../../servers/start.ts"
import { type Database, TIMES, textOfHex, type Way } from "../database.ts"
import { DECLARED } from "../fields/enum.ts"
import type { FieldKind } from "../oracle.ts"

/** Types and collations of the columns. */
const BEFORE = [
  "CREATE EXTENSION citext",
  `CREATE TYPE ticket_state AS ENUM (${DECLARED})`,
  `CREATE TYPE "Ticket State" AS ENUM (${DECLARED})`,
  "CREATE SCHEMA other",
  `CREATE TYPE other.state AS ENUM (${DECLARED})`,
  "CREATE DOMAIN short_text AS text CHECK (length(VALUE) < 40)",
  "CREATE DOMAIN email AS citext",
  "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)",
  "CREATE DOMAIN amount AS numeric(12,2)",
  "CREATE DOMAIN known_state AS ticket_state",
  "CREATE COLLATION english (provider = icu, locale = 'en')",
  "CREATE COLLATION turkish (provider = icu, locale = 'tr')",
  "CREATE COLLATION vague (provider = icu, locale = 'und-u-ks-level1', deterministic = false)",
]

/** A query of a driver: rows by position. */
type Query = (text: string, values: readonly unknown[]) => Promise<readonly (readonly unknown[])[]>

async function databaseOf(query: Query, timeZone: string, close: () => Promise<void>): Promise<Database> {
  for (const statement of BEFORE) await query(statement, [])
  await query(`SET TimeZone = '${timeZone}'`, [])
  // Conditions in WHERE then use an index wherever one can serve them.
  await query("SET enable_seqscan = off", [])
  // That setting makes every plan seem costly enough to compile it.
  await query("SET jit = off", [])
  return {
    dialect: dialects.postgres,
    run: async (statement) => {
      await query(statement, [])
    },
    rows: (text, values) => query(text, (values ?? []) as unknown[]),
    literal,
    write: (_, text) => literal(text),
    read({ kind, contents }, column) {
      const text = contents.read ?? READS[kind]?.replace("?", column) ?? `${column}::text`
      return `encode(convert_to(${text}, 'UTF8'), 'hex')`
    },
    said: (_, cell) => textOfHex(cell),
    holdsNull: (ddl) => !ddl.includes("NOT NULL"),
    tableOf: (name, ddl, options, indexed) => [
      `CREATE TABLE ${name} (id integer, v ${ddl}) ${options}`,
      ...(indexed ? [`CREATE INDEX ON ${name} (v)`] : []),
    ],
    close,
  }
}

/** Seconds do not depend on the session's time zone. */
const READS: { readonly [Kind in FieldKind]?: string } = { datetime: "extract(epoch FROM ?)::text" }

function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`
  // An escape string means the same under any standard_conforming_strings.
  return `E${quoted}`
}

async function openServer(address: ServerAddress, timeZone: string): Promise<Database> {
  const admin = new pg.Client({ ...address, database: "postgres" })
  await admin.connect()
  const name = `columns_${randomUUID().replaceAll("-", "")}`
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
  const client = new pg.Client({ ...address, database: name })
  await client.connect()
  const query: Query = async (text, values) =>
    (await client.query({ text, values: [...values], rowMode: "array" })).rows
  return databaseOf(query, timeZone, async () => {
    await client.end()
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  })
}

async function openPglite(timeZone: string): Promise<Database> {
  const database = await PGlite.create({ extensions: { citext } })
  const query: Query = async (text, values) =>
    (await database.query<unknown[]>(text, [...values], { rowMode: "array" })).rows
  return databaseOf(query, timeZone, () => database.close())
}

const NEW_YORK = "America/New_York"
const KOLKATA = "Asia/Kolkata"

export const postgresWays: readonly Way[] = [
  { name: `PostgreSQL server, ${NEW_YORK}`, open: () => openServer(inject("postgres"), NEW_YORK) },
  { name: `PostgreSQL 18, ${KOLKATA}`, open: () => openServer(inject("postgres18"), KOLKATA) },
  { name: "PGlite, UTC", open: () => openPglite("UTC") },
  {
    name: `PostgreSQL server, ${KOLKATA}`,
    kinds: TIMES,
    open: () => openServer(inject("postgres"), KOLKATA),
  },
  {
    name: `PostgreSQL 18, ${NEW_YORK}`,
    kinds: TIMES,
    open: () => openServer(inject("postgres18"), NEW_YORK),
  },
]
