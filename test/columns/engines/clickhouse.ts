import { dialects } from "../../../src/sql.ts"
import { openSession } from "../../servers/clickhouse.ts"
import { type Database, TIMES, type Way } from "../database.ts"

async function openClickhouse(timeZone: string): Promise<Database> {
  const session = openSession()
  session.query("CREATE DATABASE columns")
  session.query("USE columns")
  session.query("SET allow_suspicious_low_cardinality_types = 1")
  return {
    dialect: dialects.clickhouse,
    run: async (statement) => {
      session.query(statement)
    },
    async rows(query, values) {
      const text = session.queryBind(
        `${query} SETTINGS session_timezone = '${timeZone}'`,
        (values ?? {}) as object,
        "JSONCompactEachRow",
      )
      return text
        .split("\n")
        .filter(Boolean)
        .map((line): unknown[] => JSON.parse(line))
    },
    literal,
    write: ({ kind }, text) => (kind === "boolean" ? text : literal(kind === "datetime" ? utc(text) : text)),
    read: ({ kind, contents, ddl }, column) =>
      contents.read ?? (kind === "datetime" ? secondsOf(column, ddl) : `toString(${column})`),
    said: (_, cell) => String(cell),
    holdsNull: (ddl) => ddl.includes("Nullable"),
    tableOf: (name, ddl, options) => [
      `CREATE TABLE ${name} (id Int32, v ${ddl}) ENGINE = MergeTree ORDER BY ${options || "id"}`,
    ],
    async close() {
      session.cleanup()
    },
  }
}

/** Seconds do not depend on the session's time zone. The years 1900 to 2299 overflow nanoseconds. */
function secondsOf(column: string, ddl: string): string {
  return /DateTime64\([89]/.test(ddl)
    ? `toString(toDecimal128(toUnixTimestamp64Nano(toDateTime64(${column}, 9, 'UTC')), 9) / 1000000000)`
    : `toString(toDecimal128(toUnixTimestamp64Micro(toDateTime64(${column}, 6, 'UTC')), 6) / 1000000)`
}

function utc(text: string): string {
  return text.replace("T", " ").replace("Z", "")
}

function literal(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`
}

export const clickhouseWays: readonly Way[] = [
  { name: "ClickHouse (chdb), Asia/Kolkata", open: () => openClickhouse("Asia/Kolkata") },
  {
    name: "ClickHouse (chdb), America/New_York",
    kinds: TIMES,
    open: () => openClickhouse("America/New_York"),
  },
]
