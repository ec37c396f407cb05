import { randomUUID } from "node:crypto"
import { createConnection, type RowDataPacket } from "mysql2/promise"
import { inject } from "vitest"
import { dialects } from "../../../src/sql.ts"
import { TIME_ZONE } from "../../servers/start/mariadb.ts"
import { type Database, TIMES, textOfHex, type Way } from "../database.ts"
import type { FieldKind } from "../oracle.ts"

type DialectName = "mariadb" | "mysql"

async function openMariadb(dialect: DialectName, session: string): Promise<Database> {
  const name = `columns_${randomUUID().replaceAll("-", "")}`
  const connection = await createConnection({
    ...inject("mariadb"),
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    // The server keeps each statement that a driver does not close.
    maxPreparedStatements: 20,
  })
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci`)
  await connection.query(`USE ${name}`)
  if (session !== "") await connection.query(`SET SESSION ${session}`)
  return {
    dialect: dialects[dialect],
    run: async (statement) => {
      await connection.query(statement)
    },
    async rows(query, values) {
      const bound = (values ?? []) as (string | number | bigint)[]
      const [rows] = await connection.execute<RowDataPacket[][]>({ sql: query, rowsAsArray: true }, bound)
      return rows
    },
    literal,
    write({ kind }, text) {
      if (kind === "boolean") return text
      if (kind !== "datetime") return literal(text)
      // MariaDB rounds nothing and takes no zone.
      return literal(text.replace("T", " ").replace("Z", ""))
    },
    read({ kind, contents, ddl }, column) {
      // Seconds do not depend on the session's time zone, which the text of a TIMESTAMP does.
      const isInstant = ddl.startsWith("TIMESTAMP")
      const inKind = isInstant ? `UNIX_TIMESTAMP(${column})` : READS[kind]?.replace("?", column)
      const value = contents.read ?? inKind ?? column
      return `HEX(CONVERT(${value} USING utf8mb4))`
    },
    said: (_, cell) => textOfHex(cell),
    holdsNull: (ddl) => !ddl.includes("NOT NULL"),
    tableOf: (table, ddl, options, indexed) => [
      `CREATE TABLE ${table} (id INT, v ${ddl}${indexed ? ", KEY (v)" : ""}) ${options}`,
    ],
    async close() {
      await connection.query(`DROP DATABASE ${name}`)
      await connection.end()
    },
  }
}

/** How a column is read, if not as a text. */
const READS: { readonly [Kind in FieldKind]?: string } = { boolean: "? + 0", number: "? + 0" }

/** A text as hexadecimal digits, because a backslash means different things in different modes. */
function literal(text: string): string {
  return text === "" ? "''" : `CONVERT(X'${Buffer.from(text).toString("hex")}' USING utf8mb4)`
}

/** The sessions that a dialect is proved in. */
export function mariadbWays(dialect: DialectName): Way[] {
  const way = (name: string, session: string, kinds?: Way["kinds"]): Way => ({
    name: `MariaDB, dialect ${dialect}, ${name}`,
    open: () => openMariadb(dialect, session),
    ...(kinds !== undefined && { kinds }),
  })
  const texts: readonly FieldKind[] = ["string", "enum"]
  return [
    way("+05:30", "time_zone = '+05:30'"),
    way(TIME_ZONE, `time_zone = '${TIME_ZONE}'`, TIMES),
    way("-05:00", "time_zone = '-05:00'", TIMES),
    way(
      "other modes",
      "sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,STRICT_ALL_TABLES,PAD_CHAR_TO_FULL_LENGTH'",
      texts,
    ),
    way("another collation of the connection", "collation_connection = utf8mb4_bin", texts),
  ]
}
