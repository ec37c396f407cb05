import initSqlJs, { type BindParams } from "sql.js"
import { dialects } from "../../../src/sql.ts"
import { type Database, textOfHex, type Way } from "../database.ts"
import type { FieldKind } from "../oracle.ts"

async function openSqlJs(): Promise<Database> {
  const { Database } = await initSqlJs()
  const database = new Database()
  return {
    dialect: dialects.sqlite,
    run: async (statement) => {
      database.run(statement)
    },
    async rows(query, values) {
      const statement = database.prepare(query)
      try {
        statement.bind((values ?? []) as BindParams)
        const rows: unknown[][] = []
        while (statement.step()) rows.push(statement.get())
        return rows
      } finally {
        statement.free()
      }
    },
    literal,
    write({ kind, declared }, text) {
      if (kind === "datetime") return literal(stored(declared.datetimeStorage ?? "iso-millis", text))
      return BARE.includes(kind) ? text : literal(text)
    },
    // SQLite writes a double with fewer digits than it has.
    read({ contents }, column) {
      const value = contents.read ?? column
      return `CASE typeof(${value}) WHEN 'null' THEN NULL WHEN 'real' THEN ${value} ELSE hex(CAST(${value} AS TEXT)) END`
    },
    said({ kind, declared }, cell) {
      const text = typeof cell === "number" ? numberText(cell) : textOfHex(cell)
      return kind === "datetime" ? read(declared.datetimeStorage ?? "iso-millis", text) : text
    },
    holdsNull: (ddl) => !ddl.includes("NOT NULL"),
    tableOf: (name, ddl, options, indexed) => [
      `CREATE TABLE ${name} (id INTEGER, v ${ddl}) ${options}`,
      ...(indexed ? [`CREATE INDEX ${name}_v ON ${name} (v)`] : []),
    ],
    close: async () => database.close(),
  }
}

/** The kinds whose values are numbers. A column without affinity would keep a text. */
const BARE: readonly FieldKind[] = ["integer", "reference", "number", "boolean"]

/** How many units of each storage are a second. */
const UNITS: Readonly<Record<string, bigint>> = {
  "epoch-seconds": 1n,
  "epoch-millis": 1000n,
  "epoch-micros": 1_000_000n,
}

/** What a column of the storage holds of an instant. */
function stored(storage: string, text: string): string {
  const [second = "", fraction = ""] = text.slice(0, -1).split(".")
  const unit = UNITS[storage]
  if (unit !== undefined) {
    const part = BigInt(fraction.padEnd(9, "0")) / (1_000_000_000n / unit)
    return String((BigInt(Date.parse(`${second}Z`)) / 1000n) * unit + part)
  }
  if (storage === "iso-millis") return `${second}.${fraction.slice(0, 3).padEnd(3, "0")}Z`
  if (storage === "iso-seconds") return `${second}Z`
  if (storage === "sqlite") return second.replace("T", " ")
  if (storage === "date") return second.slice(0, 10)
  throw new Error(`${storage} is no storage`)
}

/** The instant of what a column of the storage holds: seconds, or a text in UTC. */
function read(storage: string, text: string): string {
  const unit = UNITS[storage]
  if (unit === undefined) return text
  const value = BigInt(text)
  const part = ((value % unit) + unit) % unit
  const seconds = (value - part) / unit
  const milliseconds = new Date(Number(seconds) * 1000).toISOString().slice(0, -5)
  return unit === 1n
    ? `${milliseconds}Z`
    : `${milliseconds}.${String(part).padStart(String(unit).length - 1, "0")}Z`
}

function numberText(cell: number): string {
  return Object.is(cell, -0) ? "-0" : String(cell)
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

export const sqliteWays: readonly Way[] = [{ name: "SQLite (sql.js)", open: openSqlJs }]
