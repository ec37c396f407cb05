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
    const rows = await askPragma(ask, "table_xinfo", table, schema)
    if (rows.length === 0) return undefined
    const kind = await kindOf(ask, table, schema)
    const columns = rows.map((row) => {
      const isKey = textIn(row, "pk") !== "0"
      const column = { name: String(textIn(row, "name")), type: typeIn(row, kind), isKey }
      return kind.isView ? column : { ...column, nullable: !isKey && !flagIn(row, "notnull") }
    })
    const read = new Map<string, CatalogColumn>()
    for (const { isKey, ...column } of columns)
      read.set(column.name.toLowerCase(), { ...column, ...(await collationOf(ask, name, column.name)) })
    const keys = columns.filter(({ isKey }) => isKey)
    return {
      columns: read,
      indexes: kind.isView ? undefined : await indexesOf(ask, table, schema, keys),
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
  pairsKeys: (one, other) => keyKindOf(one) === keyKindOf(other),
}

/** SQLite compares all numbers with each other. It makes a number of a text that it compares with a column of numbers. */
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
}

async function kindOf(ask: Ask, name: string, schema: string | undefined): Promise<TableKind> {
  const [row = {}] = await ask(
    `SELECT type AS type, strict AS strict FROM pragma_table_list WHERE lower(name) = lower(?)${schema === undefined ? "" : " AND lower(schema) = lower(?)"}`,
    name,
    ...(schema === undefined ? [] : [schema]),
  )
  return { isView: textIn(row, "type") === "view", isStrict: flagIn(row, "strict") }
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
  const column = `SELECT ${inBackticks(name)} FROM ${table.map(inBackticks).join(".")} WHERE 0`
  const [row = {}] = await ask(
    `WITH probe_(value_) AS (${column} UNION ALL SELECT 'A ') SELECT value_ = 'a ' OR value_ = 'A' AS loose FROM probe_`,
  )
  return flagIn(row, "loose") ? { collation: "nondeterministic" } : {}
}

async function indexesOf(
  ask: Ask,
  table: string,
  schema: string | undefined,
  keys: readonly { readonly name: string; readonly type: string | undefined }[],
): Promise<CatalogIndex[]> {
  const indexes: CatalogIndex[] = []
  for (const row of await askPragma(ask, "index_list", table, schema)) {
    if (flagIn(row, "partial")) continue
    const name = String(textIn(row, "name"))
    const parts = await askPragma(ask, "index_xinfo", name, schema)
    indexes.push({ name, keys: parts.filter((part) => flagIn(part, "key")).map(keyOf) })
  }
  const [key] = keys
  const isRowid = keys.length === 1 && key?.type?.toUpperCase() === "INTEGER"
  return isRowid && key !== undefined ? [...indexes, { name: "", keys: [key.name.toLowerCase()] }] : indexes
}

function keyOf(part: Rows[number]): string {
  const collation = String(textIn(part, "coll")).toUpperCase()
  const name = textIn(part, "name")?.toLowerCase() ?? "(expression)"
  return collation === "BINARY" ? name : `${name} COLLATE ${collation}`
}
