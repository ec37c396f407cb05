import type { OperatorTest } from "../../../schema/operators.ts"
import { inDoubleQuotes } from "../dialect/quoting.ts"
import { readTypeName } from "../dialect/type-name.ts"
import type {
  Ask,
  Catalog,
  CatalogColumn,
  CatalogIndex,
  IndexNeed,
  InspectedColumn,
  Row,
} from "../inspect/catalog.ts"
import { flagIn, textIn } from "../inspect/row.ts"
import type { DuckdbType } from "./column-type.ts"
import { isSameType } from "./column-types.ts"
import { labelsIn } from "./enums.ts"

/** How the catalog of DuckDB is read. */
export const duckdbCatalog: Catalog<DuckdbType> = {
  nameKey: (name) => name.toLowerCase(),
  async table(ask, name) {
    const rows = await columnsOf(ask, name)
    const [first] = rows
    if (first === undefined) return undefined
    const isView = flagIn(first, "is_view")
    const columns = rows.map((row) => columnIn(row, isView))
    return {
      columns: new Map(columns.map((column) => [column.name.toLowerCase(), column])),
      indexes: isView ? undefined : await indexesOf(ask, textIn(first, "table_oid") ?? ""),
    }
  },
  sameType: (declared, { type = "" }) => isSameType(declared, type),
  // Each comparison names the collation, so that the column's does not count.
  sameCollation: () => true,
  // No setting of the session changes what the conditions answer: they name zones and collations.
  session: async () => [],
  indexFor: (column, test) => needs[test](column),
  // A relation is a join, for which DuckDB reads both tables.
  createIndex: () => undefined,
  pairsKeys: (one, other) => keyKindOf(one) === keyKindOf(other),
}

/** DuckDB compares numbers of all types with each other. */
function keyKindOf({ type = "" }: CatalogColumn): string {
  const { name } = readTypeName(type)
  return /int|^(?:decimal|float|double)$/.test(name) ? "number" : name
}

/**
 * The columns of a table or view. Without a schema, a temporary table comes first, then the schemas of the search path,
 * as in a statement.
 */
function columnsOf(ask: Ask, name: readonly string[]): Promise<readonly Row[]> {
  const [table = "", ...outer] = [...name].reverse()
  const places = outer.map(() => "(lower(schema_name) = lower(?) OR lower(database_name) = lower(?))")
  const visible =
    outer.length > 0
      ? places.join(" AND ")
      : "(database_name = 'temp' OR (database_name = current_database() AND list_contains(current_schemas(true), schema_name)))"
  return ask(
    `WITH found AS (
       SELECT *, dense_rank() OVER (
         ORDER BY database_name <> 'temp', database_name <> current_database(), schema_name <> current_schema(), table_oid
       ) AS place
       FROM duckdb_columns() WHERE lower(table_name) = lower(?) AND ${visible})
     SELECT column_name AS name, data_type AS type, is_nullable AS nullable, CAST(table_oid AS VARCHAR) AS table_oid,
       table_oid IN (SELECT view_oid FROM duckdb_views()) AS is_view
     FROM found WHERE place = 1 ORDER BY column_index`,
    table,
    ...outer.flatMap((place) => [place, place]),
  )
}

function columnIn(row: Row, isView: boolean): CatalogColumn {
  const type = textIn(row, "type") ?? ""
  const labels = readTypeName(type).name === "enum" ? labelsIn(type) : undefined
  return {
    name: textIn(row, "name") ?? "",
    type,
    ...(labels !== undefined && { labels }),
    ...(!isView && { nullable: flagIn(row, "nullable") }),
  }
}

/** Indexes of one column. DuckDB does not scan others for a condition. */
async function indexesOf(ask: Ask, table: string): Promise<CatalogIndex[]> {
  const rows = await ask(
    `SELECT index_name AS name, expressions AS keys FROM duckdb_indexes() WHERE table_oid = CAST(? AS BIGINT)
     UNION ALL
     SELECT constraint_name, '[' || array_to_string(constraint_column_names, ', ') || ']' FROM duckdb_constraints()
     WHERE table_oid = CAST(? AS BIGINT) AND constraint_type IN ('PRIMARY KEY', 'UNIQUE')`,
    table,
    table,
  )
  return rows.flatMap((row) => {
    const key = onlyKey(textIn(row, "keys"))
    return key === undefined ? [] : [{ name: String(textIn(row, "name")), keys: [key] }]
  })
}

/** The column of `[id]` or `['"first name"']`. Undefined for more columns and for expressions. */
function onlyKey(keys = ""): string | undefined {
  const [, plain, quoted] = /^\[(?:'?"((?:[^"]|"")*)"'?|([^,'()]*))\]$/.exec(keys) ?? []
  return (plain?.replaceAll('""', '"') ?? quoted)?.toLowerCase()
}

type Need = (column: InspectedColumn<DuckdbType>) => IndexNeed | undefined

/** For ranges, DuckDB knows the least and greatest values of each row group without an index. */
const needs: Readonly<Record<OperatorTest, Need>> = {
  equality: ({ table, name, type }) => {
    const quoted = inDoubleQuotes(name)
    const isBare = [quoted, `${quoted} COLLATE C`].includes(type.operand(quoted))
    if (!isBare) return undefined
    const [last = ""] = [...table].reverse()
    return {
      keys: [name.toLowerCase()],
      create: `CREATE INDEX ${inDoubleQuotes(`${last}_${name}`)} ON ${table.map(inDoubleQuotes).join(".")} (${quoted})`,
    }
  },
  order: () => undefined,
  text: () => undefined,
}
