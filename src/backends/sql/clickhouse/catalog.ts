import { readTypeName, type TypeName } from "../dialect/type-name.ts"
import type { Ask, Catalog, CatalogColumn, CatalogIndex, SessionNote } from "../inspect/catalog.ts"
import { flagIn, textIn } from "../inspect/row.ts"
import type { ClickhouseType } from "./column-type.ts"
import { labelsIn } from "./enum-labels.ts"
import { indexFor } from "./index-for.ts"
import { innerType } from "./inner-type.ts"

/** How the catalog of ClickHouse is read. */
export const clickhouseCatalog: Catalog<ClickhouseType> = {
  nameKey: (name) => name,
  async table(ask, path) {
    const [table = "", ...databases] = [...path].reverse()
    // Without a database, a temporary table comes first, as in a statement. It is in none.
    const places = databases.length === 0 ? "'', currentDatabase()" : "?"
    const [found] = await ask(
      `SELECT database AS database, engine AS engine, sorting_key AS sorting FROM system.tables WHERE name = ? AND database IN (${places}) ORDER BY database`,
      table,
      ...databases,
    )
    if (found === undefined) return undefined
    const database = textIn(found, "database") ?? ""
    const inTable = (statement: string) => ask(`${statement} AND table = ? AND database = ?`, table, database)
    // Rows have no value of an ephemeral column.
    const columns = await inTable(
      "SELECT name AS name, type AS type, if(default_kind = 'ALIAS', default_expression, NULL) AS alias FROM system.columns WHERE default_kind <> 'EPHEMERAL'",
    )
    // Other tables store no rows of their own, or have no indexes. The catalog lacks those of a temporary one.
    const hasIndexes = database !== "" && textIn(found, "engine")?.endsWith("MergeTree") === true
    const skipping = hasIndexes
      ? await inTable(
          "SELECT name AS name, type AS type, expr AS expr FROM system.data_skipping_indices WHERE TRUE",
        )
      : []
    return {
      columns: new Map(columns.map(columnOf).map((column) => [column.name, column])),
      indexes: hasIndexes
        ? [{ name: "", keys: keysIn(textIn(found, "sorting")) }, ...skipping.flatMap(skippingIndex)].flatMap(
            (index) => [index, ...columns.flatMap((column) => byAlias(index, column))],
          )
        : undefined,
    }
  },
  sameType: (declared, { type = "" }) => canonical(declared) === canonical(type),
  // Its comparisons are exact, whatever the mapping says.
  sameCollation: () => true,
  async session(ask, columns) {
    const notes: SessionNote[] = []
    if (await isOn(ask, "transform_null_in"))
      notes.push({
        code: "session-mode",
        message: "The setting transform_null_in is on, and $nin then finds null",
        hint: "SET transform_null_in = 0",
      })
    const labelled = columns.find(({ facts }) => facts.labels !== undefined)
    if (labelled !== undefined && (await isOn(ask, "input_format_tsv_enum_as_number")))
      notes.push({
        code: "session-mode",
        message: "The setting input_format_tsv_enum_as_number is on, and labels of an enum then fail",
        hint: "SET input_format_tsv_enum_as_number = 0",
        column: labelled,
      })
    return notes
  },
  indexFor,
  // GLOBAL IN reads the related rows that satisfy the condition, and no key.
  createIndex: () => undefined,
  pairsKeys(one, other) {
    const [first = "", second = ""] = [one, other].map(keyKindOf).sort()
    return first === second || MIXED.test(`${first} ${second}`)
  },
}

/** ClickHouse compares integers of all sizes with each other. It compares enums by their numbers. */
function keyKindOf({ type = "" }: CatalogColumn): string {
  const inner = innerType(type)
  if (/^u?int\d+$/.test(inner.name)) return "integer"
  return isEnum(inner) ? inner.args.join() : canonical(type)
}

/** Kinds that ClickHouse compares exactly. Of two lengths or two precisions, it would cut one. */
const MIXED = /^(?:datetime datetime64,\d|fixedstring,\d+ string)$/

type Row = Awaited<ReturnType<Ask>>[number]

function columnOf(row: Row): CatalogColumn {
  const type = textIn(row, "type") ?? ""
  const inner = innerType(type)
  return {
    name: textIn(row, "name") ?? "",
    type,
    nullable: /^(?:LowCardinality\()?Nullable\(/.test(type),
    ...(isEnum(inner) && { labels: labelsIn(inner) }),
  }
}

function isEnum({ name }: TypeName): boolean {
  return name.startsWith("enum")
}

/** The expressions of a key. A name in quotes is that of a column. */
function keysIn(expressions = ""): string[] {
  return readTypeName(`key(${expressions})`).args.map((key) => key.replace(/^`([^`\\]*)`$/, "$1"))
}

/** An index that skips rows serves for its first expression only in part, so each expression has its own entry. */
function skippingIndex(row: Row): CatalogIndex[] {
  return keysIn(textIn(row, "expr")?.replace(/^\((.*)\)$/s, "$1")).map((key) => ({
    name: String(textIn(row, "name")),
    keys: [`${textIn(row, "type")} ${key}`],
  }))
}

/** The expression of an alias stands in a key in the place of the alias. */
function byAlias(index: CatalogIndex, column: Row): CatalogIndex[] {
  const alias = textIn(column, "alias")
  if (alias === undefined) return []
  return [
    { ...index, keys: index.keys.map((key) => key.replace(alias, () => String(textIn(column, "name")))) },
  ]
}

async function isOn(ask: Ask, setting: string): Promise<boolean> {
  const [row = {}] = await ask("SELECT value AS value FROM system.settings WHERE name = ?", setting)
  return flagIn(row, "value")
}

/** Equal for types that are compared alike. A time zone does not change what a column of date-times holds. */
function canonical(text: string): string {
  const type = innerType(text)
  const { name, args } = type
  if (isEnum(type)) return ["enum", ...labelsIn(type)].join()
  if (name === "datetime") return name
  if (name === "datetime64") return [name, args[0] ?? "3"].join()
  const [, digits] = /^decimal(\d+)$/.exec(name) ?? []
  const precision = { 32: "9", 64: "18", 128: "38", 256: "76" }[digits ?? ""]
  return precision === undefined ? [name, ...args].join() : ["decimal", precision, ...args].join()
}
