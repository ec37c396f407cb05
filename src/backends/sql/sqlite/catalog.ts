import { inBackticks } from "../dialect/quoting.ts"
import { readTypeName } from "../dialect/type-name.ts"
import type { Ask, Catalog, CatalogColumn, CatalogIndex } from "../inspect/catalog.ts"
import { flagIn, textIn } from "../inspect/row.ts"
import { type Affinity, affinityOf } from "./affinity.ts"
import type { SqliteType } from "./column-type.ts"
import { encodingNotes } from "./encoding-notes.ts"
import { createIndex, indexFor } from "./index-need.ts"
import { valueNotes } from "./value-notes.ts"

/** How the catalog of SQLite is read. */
export const sqliteCatalog: Catalog<SqliteType> = {
  nameKey: (name) => name.toLowerCase(),
  async table(ask, name) {
    const [table = "", schema] = [...name].reverse()
    const kind = await kindOf(ask, table, schema)
    const pragma = askPragma(ask, "table_xinfo", table, schema)
    // A view that lacks a table or a column cannot be read.
    const rows = await (kind.isView ? pragma.catch(() => []) : pragma)
    if (rows.length === 0) return undefined
    const keys = rows.filter((row) => textIn(row, "pk") !== "0")
    const rowid = kind.hasRowid ? rowidOf(keys, rows) : []
    const read = new Map<string, CatalogColumn>()
    for (const key of rowid) read.set(key, { name: key, type: "INTEGER", nullable: false })
    for (const row of rows) {
      const column = String(textIn(row, "name"))
      const key = column.toLowerCase()
      const isNeverNull =
        flagIn(row, "notnull") || rowid.includes(key) || (keys.includes(row) && !kind.hasNullKeys)
      read.set(key, {
        name: column,
        type: typeIn(row, kind),
        ...(await collationOf(ask, name, column)),
        ...(!kind.isView && { nullable: !isNeverNull }),
      })
    }
    const indexes = kind.isView ? undefined : await indexesOf(ask, table, schema)
    return {
      columns: read,
      indexes: indexes && [...indexes, ...rowid.map((key) => ({ name: "", keys: [key] }))],
    }
  },
  sameType: (declared, { type = "" }) => readTypeName(declared).name === readTypeName(type).name,
  sameCollation: (declared, { collation }) => declared !== "binary" || collation !== "nondeterministic",
  async session(ask, columns) {
    return [...(await encodingNotes(ask)), ...(await valueNotes(ask, columns))]
  },
  indexFor,
  createIndex: (table, columns) =>
    createIndex(table, String(columns[0]), columns.map(inBackticks).join(", ")),
  pairsKeys: (one, other) =>
    [one.type, other.type].includes("") ||
    (keyKindOf(one) === keyKindOf(other) &&
      (keyKindOf(one) !== "text" || one.ownCollation === other.ownCollation)),
}

/** The names of the number of a row: the key that is one, or names that no column has. */
function rowidOf(keys: Rows, columns: Rows): string[] {
  const names = columns.map((row) => String(textIn(row, "name")).toLowerCase())
  const [key, ...others] = keys
  const isRowid = others.length === 0 && textIn(key ?? {}, "type")?.toUpperCase() === "INTEGER"
  const free = ["rowid", "oid", "_rowid_"].filter((name) => !names.includes(name))
  return isRowid ? [String(textIn(key ?? {}, "name")).toLowerCase(), ...free] : free
}

/**
 * SQLite compares all numbers with each other. It makes a number of a text that it compares with a column of numbers, and
 * changes nothing if a column has no type.
 */
function keyKindOf({ type = "" }: CatalogColumn): "text" | "bytes" | "number" {
  return keyKinds[affinityOf(type)]
}

const keyKinds = {
  INTEGER: "number",
  REAL: "number",
  NUMERIC: "number",
  TEXT: "text",
  BLOB: "bytes",
} as const satisfies Readonly<Record<Affinity, string>>

type Rows = Awaited<ReturnType<Ask>>

/** A pragma as a table, whose arguments are values. */
function askPragma(ask: Ask, pragma: string, name: string, schema: string | undefined): Promise<Rows> {
  return schema === undefined
    ? ask(`SELECT * FROM pragma_${pragma}(?)`, name)
    : ask(`SELECT * FROM pragma_${pragma}(?, ?)`, name, schema)
}

interface TableKind {
  readonly isView: boolean
  readonly isStrict: boolean
  /** Whether its rows have a number. */
  readonly hasRowid: boolean
  /** Whether a key may be null, as in the first versions of SQLite. */
  readonly hasNullKeys: boolean
}

async function kindOf(ask: Ask, name: string, schema: string | undefined): Promise<TableKind> {
  const [row = {}] = await ask(
    `SELECT type AS type, strict AS strict, wr AS bare FROM pragma_table_list WHERE lower(name) = lower(?)${schema === undefined ? "" : " AND lower(schema) = lower(?)"} ORDER BY schema <> 'temp', schema <> 'main'`,
    name,
    ...(schema === undefined ? [] : [schema]),
  )
  const isView = textIn(row, "type") === "view"
  const isStrict = flagIn(row, "strict")
  const hasRowid = !isView && !flagIn(row, "bare")
  return { isView, isStrict, hasRowid, hasNullKeys: hasRowid && !isStrict }
}

/** The declared type. An expression in a view has none that says anything. ANY means something else in a STRICT table. */
function typeIn(row: Rows[number], { isView, isStrict }: TableKind): string | undefined {
  const type = String(textIn(row, "type"))
  if (type === "") return isView ? undefined : type
  return isStrict && type.toUpperCase() === "ANY" ? "ANY STRICT" : type
}

/** No pragma says the collation of a column. A text compares under it behind UNION ALL, whose first part has no rows. */
async function collationOf(
  ask: Ask,
  table: readonly string[],
  name: string,
): Promise<Partial<CatalogColumn>> {
  const column = `SELECT ${inBackticks(name)} AS value FROM ${table.map(inBackticks).join(".")} WHERE 0`
  const [row = {}] = await ask(
    `SELECT value = 'a ' AS folds, value = 'A' AS trims FROM (${column} UNION ALL SELECT 'A ')`,
  )
  const names = [flagIn(row, "folds") ? ["NOCASE"] : [], flagIn(row, "trims") ? ["RTRIM"] : []].flat()
  return names.length === 0 ? {} : { collation: "nondeterministic", ownCollation: names.join() }
}

async function indexesOf(ask: Ask, table: string, schema: string | undefined): Promise<CatalogIndex[]> {
  const indexes: CatalogIndex[] = []
  for (const row of await askPragma(ask, "index_list", table, schema)) {
    if (flagIn(row, "partial")) continue
    const name = String(textIn(row, "name"))
    const parts = await askPragma(ask, "index_xinfo", name, schema)
    indexes.push({ name, keys: parts.filter((part) => flagIn(part, "key")).map(keyOf) })
  }
  return indexes
}

function keyOf(part: Rows[number]): string {
  const collation = String(textIn(part, "coll")).toUpperCase()
  const name = textIn(part, "name")?.toLowerCase() ?? "(expression)"
  return collation === "BINARY" ? name : `${name} COLLATE ${collation}`
}
