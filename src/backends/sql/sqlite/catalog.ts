import { quote } from "../../../text/quote.ts"
import { inBackticks } from "../dialect/quoting.ts"
import { readTypeName } from "../dialect/type-name.ts"
import type {
  Ask,
  Catalog,
  CatalogColumn,
  CatalogIndex,
  IndexNeed,
  InspectedColumn,
} from "../inspect/catalog.ts"
import { flagIn, textIn } from "../inspect/row.ts"

/** How the catalog of SQLite is read. */
export const sqliteCatalog: Catalog = {
  nameKey: (name) => name.toLowerCase(),
  async table(ask, name) {
    const [table = "", schema] = [...name].reverse()
    const rows = await askPragma(ask, "table_xinfo", table, schema)
    if (rows.length === 0) return undefined
    const isViewed = await isView(ask, table, schema)
    const columns = rows.map((row) => {
      const isKey = textIn(row, "pk") !== "0"
      const column = { name: textIn(row, "name") ?? "", type: textIn(row, "type") || undefined, isKey }
      return isViewed ? column : { ...column, nullable: !isKey && !flagIn(row, "notnull") }
    })
    const read = new Map<string, CatalogColumn>()
    for (const { isKey, ...column } of columns)
      read.set(column.name.toLowerCase(), { ...column, ...(await collationOf(ask, name, column.name)) })
    const keys = columns.filter(({ isKey }) => isKey)
    return { columns: read, indexes: isViewed ? undefined : await indexesOf(ask, table, schema, keys) }
  },
  sameType: (declared, { type = "" }) => readTypeName(declared).name === readTypeName(type).name,
  sameCollation: (declared, { collation }) => declared !== "binary" || collation !== "nondeterministic",
  async session(ask) {
    const [encoding] = await ask("SELECT encoding AS encoding FROM pragma_encoding")
    const name = encoding === undefined ? "UTF-8" : textIn(encoding, "encoding")
    if (name === "UTF-8") return []
    return [
      {
        code: "database-encoding",
        message: `The database has the encoding ${quote(String(name))}, in which texts are not ordered by code point`,
        hint: "create the database with PRAGMA encoding = 'UTF-8', its default",
      },
    ]
  },
  indexFor(column, test) {
    return { equality: equalityIndex, order: orderIndex, text: () => undefined }[test](column)
  },
  createIndex: (table, columns) => create(table, columns[0] ?? "", columns.map(inBackticks).join(", ")),
  keyKind: ({ type = "" }) => readTypeName(type).name,
}

type Rows = Awaited<ReturnType<Ask>>

/** A pragma as a table, whose arguments are values. */
function askPragma(ask: Ask, pragma: string, name: string, schema: string | undefined): Promise<Rows> {
  return schema === undefined
    ? ask(`SELECT * FROM pragma_${pragma}(?)`, name)
    : ask(`SELECT * FROM pragma_${pragma}(?, ?)`, name, schema)
}

async function isView(ask: Ask, name: string, schema = ""): Promise<boolean> {
  const [found] = await ask(
    "SELECT type AS type FROM pragma_table_list WHERE lower(name) = lower(?) AND ? IN ('', schema) ORDER BY schema = 'temp' DESC, schema = 'main' DESC",
    name,
    schema,
  )
  return found !== undefined && textIn(found, "type") === "view"
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
    const name = textIn(row, "name") ?? ""
    const parts = await askPragma(ask, "index_xinfo", name, schema)
    indexes.push({ name, keys: parts.filter((part) => flagIn(part, "key")).map(keyOf) })
  }
  const [key] = keys
  const isRowid = keys.length === 1 && key?.type?.toUpperCase() === "INTEGER"
  return isRowid && key !== undefined ? [...indexes, { name: "", keys: [key.name.toLowerCase()] }] : indexes
}

function keyOf(part: Rows[number]): string {
  const collation = (textIn(part, "coll") ?? "").toUpperCase()
  const name = textIn(part, "name")?.toLowerCase() ?? "(expression)"
  return collation === "BINARY" ? name : `${name} COLLATE ${collation}`
}

function equalityIndex(column: InspectedColumn): IndexNeed {
  const { field, collation } = column.facts
  const isLoose = collation === "nondeterministic" && field.caseSensitive
  // The column's own collation serves, whatever it is.
  return isLoose ? need(column, ["NOCASE", "RTRIM"], "") : orderIndex(column)
}

function orderIndex(column: InspectedColumn): IndexNeed {
  return column.facts.field.caseSensitive
    ? need(column, ["BINARY"], " COLLATE BINARY")
    : need(column, ["NOCASE"], " COLLATE NOCASE")
}

function need({ table, name }: InspectedColumn, collations: readonly string[], suffix: string): IndexNeed {
  const key = name.toLowerCase()
  return {
    keys: collations.map((collation) => (collation === "BINARY" ? key : `${key} COLLATE ${collation}`)),
    create: create(table, name, `${inBackticks(name)}${suffix}`),
  }
}

function create(table: readonly string[], column: string, keys: string): string {
  const [name = ""] = [...table].reverse()
  return `CREATE INDEX ${inBackticks(`${name}_${column}`)} ON ${inBackticks(name)} (${keys})`
}
