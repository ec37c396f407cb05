import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api"
import { dialects } from "../../../src/sql.ts"
import { type Database, TIMES, textOfHex, type Way } from "../database.ts"
import { DECLARED } from "../fields/enum.ts"

async function openDuckdb(timeZone: string): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:")
  const database = await instance.connect()
  await database.run(`CREATE TYPE ticket_state AS ENUM (${DECLARED})`)
  await database.run(`SET TimeZone = '${timeZone}'`)
  return {
    dialect: dialects.duckdb,
    run: async (statement) => {
      await database.run(statement)
    },
    async rows(query, values) {
      const result = await database.runAndReadAll(query, (values ?? []) as DuckDBValue[])
      return result.getRows()
    },
    literal,
    write: (_, text) => literal(text),
    read({ kind, contents, ddl }, column) {
      const text = contents.read ?? (kind === "datetime" ? secondsOf(column, ddl) : column)
      return `hex(CAST(${text} AS VARCHAR))`
    },
    said: (_, cell) => textOfHex(cell),
    holdsNull: (ddl) => !ddl.includes("NOT NULL"),
    tableOf: (name, ddl, options, indexed) => [
      `CREATE TABLE ${name} (id INTEGER, v ${ddl}) ${options}`,
      ...(indexed ? [`CREATE INDEX ${name}_v ON ${name} (v)`] : []),
    ],
    async close() {
      database.closeSync()
      instance.closeSync()
    },
  }
}

/** Seconds do not depend on the session's time zone. Only nanoseconds have a function of their own, because the years 0 to 9999 overflow it. */
function secondsOf(column: string, ddl: string): string {
  return ddl.includes("_NS")
    ? `CAST(epoch_ns(${column}) AS DECIMAL(19,0)) * 0.000000001`
    : `CAST(epoch_us(${column}) AS DECIMAL(19,0)) * 0.000001`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

export const duckdbWays: readonly Way[] = [
  { name: "DuckDB, Asia/Kolkata", open: () => openDuckdb("Asia/Kolkata") },
  { name: "DuckDB, America/New_York", kinds: TIMES, open: () => openDuckdb("America/New_York") },
  { name: "DuckDB, UTC", kinds: TIMES, open: () => openDuckdb("UTC") },
]
