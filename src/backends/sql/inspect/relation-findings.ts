import { quote } from "../../../text/quote.ts"
import type { Finding } from "../dialect/finding.ts"
import type { AnySqlMapping } from "../mapping.ts"
import type { Catalog, CatalogColumn } from "./catalog.ts"
import { found } from "./findings.ts"
import { missingColumn } from "./missing-column.ts"
import type { KnownTable, Tables } from "./tables.ts"

/** What is found about the keys that connect a table with the related ones. */
export function relationFindings(
  mapping: AnySqlMapping,
  { main, related }: Tables,
  catalog: Catalog,
): Finding[] {
  return [...mapping.relations].flatMap(([relation, { on }]) => {
    const there = related.get(relation)
    if (main === undefined || there === undefined) return []
    const pairs = [...on].map(([own, foreign]) => ({
      own: keyColumn(own, main, catalog),
      foreign: keyColumn(foreign, there, catalog),
    }))
    const foreign = pairs.map((pair) => pair.foreign)
    return [
      ...[...pairs.map(({ own }) => own), ...foreign].flatMap(missingKey),
      ...pairs.flatMap((pair) => pairFindings(relation, pair, catalog)),
      ...indexFindings(relation, foreign, there, catalog),
    ]
  })
}

/** A column of a key. */
interface KeyColumn {
  readonly name: string
  readonly table: KnownTable
  /** Undefined if the table does not have it. */
  readonly read: CatalogColumn | undefined
}

function keyColumn(name: string, table: KnownTable, catalog: Catalog): KeyColumn {
  return { name, table, read: table.read.columns.get(catalog.nameKey(name)) }
}

function labelOf({ name, table }: KeyColumn): string {
  return [...table.name, name].join(".")
}

function missingKey(column: KeyColumn): Finding[] {
  if (column.read !== undefined) return []
  return [found(missingColumn(column.name, column.table), { column: labelOf(column) })]
}

/** Columns that a key compares with each other. */
interface KeyPair {
  readonly own: KeyColumn
  readonly foreign: KeyColumn
}

function pairFindings(relation: string, { own, foreign }: KeyPair, catalog: Catalog): Finding[] {
  if (own.read === undefined || foreign.read === undefined) return []
  // A view may not say the type of an expression.
  if (own.read.type === undefined || foreign.read.type === undefined) return []
  if (catalog.pairsKeys(own.read, foreign.read)) return []
  const message = `The key of relation ${quote(relation)} compares ${labelOf(own)} of type ${typeOf(own.read)} with ${labelOf(foreign)} of type ${typeOf(foreign.read)}`
  const hint = "give both columns the same type and collation"
  return [found({ code: "relation-keys", message, hint }, { column: labelOf(foreign) })]
}

function typeOf({ type, collation, ownCollation = collation }: CatalogColumn): string {
  return `${type}${ownCollation === undefined ? "" : ` and collation ${quote(ownCollation)}`}`
}

/** An index serves a key if it begins with all columns of the key, in any order. */
function indexFindings(
  relation: string,
  key: readonly KeyColumn[],
  { name, read: { indexes } }: KnownTable,
  catalog: Catalog,
): Finding[] {
  const create = catalog.createIndex(
    name,
    key.map((column) => column.name),
  )
  if (create === undefined || indexes === undefined || key.some(({ read }) => read === undefined)) return []
  const keys = key.map(({ name, read }) => {
    const plain = catalog.nameKey(name)
    // A key in the column's own collation, as SQLite names it.
    return [plain, `${plain} COLLATE ${read?.ownCollation}`]
  })
  const serves = (index: readonly string[]) =>
    keys.every((names) => index.slice(0, keys.length).some((part) => names.includes(part)))
  if (indexes.some((index) => serves(index.keys))) return []
  const message = `No index serves the key of relation ${quote(relation)}`
  return [found({ code: "relation-index", message, hint: create }, { column: key.map(labelOf).join(", ") })]
}
