import type { OperatorTest } from "../../../schema/operators.ts"
import { quote } from "../../../text/quote.ts"
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
import { freeName } from "../inspect/free-name.ts"
import { flagIn, textIn } from "../inspect/row.ts"
import type { DuckdbType } from "./column-type.ts"
import { isSameType } from "./column-types.ts"
import { labelsIn } from "./enums.ts"

/** How the catalog of DuckDB is read. */
export const duckdbCatalog: Catalog<DuckdbType> = {
  nameKey: (name) => name.toLowerCase(),
  async table(ask, name) {
    const [found] = await ask(FIND, name.join("."))
    if (found === undefined) return undefined
    const create = textIn(found, "sql")
    const rows = await columnsOf(ask, name, create)
    if (rows.length === 0) return undefined
    const isView = create === undefined
    const columns = rows.map((row) => columnIn(row, isView))
    return {
      columns: new Map(columns.map((column) => [column.name.toLowerCase(), column])),
      indexes: isView ? undefined : await indexesOf(ask, textIn(found, "oid") ?? ""),
    }
  },
  sameType: (declared, { type = "" }) => isSameType(declared, type),
  // Other comparisons name the collation, so that the column's does not count.
  sameCollation: (declared, { ownCollation }) => declared !== "binary" || ownCollation === undefined,
  async session(ask, columns) {
    if (!columns.some(isInDefaultCollation)) return []
    const [row = {}] = await ask("SELECT current_setting('default_collation') AS collation")
    const collation = ownCollation(textIn(row, "collation"))
    return collation === undefined
      ? []
      : [
          {
            code: "session-mode",
            message: `Keys of relations and columns with the collation "binary" are compared in the default collation ${quote(collation)}`,
            hint: "SET default_collation = 'binary'",
          },
        ]
  },
  indexFor: (column, test, taken) => needs[test](column, taken),
  // A relation is a join, for which DuckDB reads both tables.
  createIndex: () => undefined,
  pairsKeys: (one, other) => keyKindOf(one) === keyKindOf(other) && one.ownCollation === other.ownCollation,
}

/** DuckDB compares integers of all sizes with each other, but fails for some of UHUGEINT. Other numbers are rounded. */
function keyKindOf({ type = "" }: CatalogColumn): string {
  const { name, args } = readTypeName(type)
  if (/^(?!uhuge)u?(?:tiny|small|big|huge)?int(?:eger)?$/.test(name)) return "integer"
  return name === "enum" ? "varchar" : [name, ...args].join()
}

function isInDefaultCollation({ facts }: InspectedColumn<DuckdbType>): boolean {
  return facts.collation === "binary" || facts.field.relation !== undefined
}

/** Undefined for those that compare bytes. */
function ownCollation(collation = ""): string | undefined {
  return /^(?:c|posix|binary)?$/i.test(collation) ? undefined : collation
}

/**
 * The table or view of a name, and the statement that creates the table. A temporary one comes first, then one of the
 * search path.
 */
const FIND = `SELECT oid AS oid, sql AS sql
FROM (
  SELECT c.table_oid AS oid, sql, lower(database_name) AS d, lower(schema_name) AS s, lower(table_name) AS t,
    string_split(lower('temp.main,' || current_setting('search_path') || ',main'), ',') AS path
  FROM duckdb_columns() c LEFT JOIN duckdb_tables() USING (database_name, schema_name, table_name))
WHERE lower(?) IN (t, s || '.' || t, d || '.' || t, d || '.' || s || '.' || t)
ORDER BY least(list_position(path, s), list_position(path, d || '.' || s)) NULLS LAST, d <> lower(current_database())
LIMIT 1`

/**
 * The columns as a statement has them now: the catalog keeps those that a view had at first. None if a statement cannot
 * read the table, because its name is ambiguous or not in the search path, or a view lacks its tables.
 * The collation of a column is only in the statement that creates the table.
 */
async function columnsOf(ask: Ask, name: readonly string[], create = ""): Promise<readonly Row[]> {
  try {
    return await ask(
      `SELECT name AS name, type AS type, NOT "notnull" AS nullable, regexp_extract(
         replace(?, '"', ''), '[(,] {0,1}' || regexp_escape(replace(name, '"', '')) || ' VARCHAR COLLATE ([^,) ]+)', 1
       ) AS collation FROM pragma_table_info(?)`,
      create,
      name.map(inDoubleQuotes).join("."),
    )
  } catch {
    return []
  }
}

function columnIn(row: Row, isView: boolean): CatalogColumn {
  const type = textIn(row, "type") ?? ""
  const labels = readTypeName(type).name === "enum" ? labelsIn(type) : undefined
  const collation = ownCollation(textIn(row, "collation"))
  return {
    name: textIn(row, "name") ?? "",
    type,
    ...(collation !== undefined && { ownCollation: collation }),
    ...(labels !== undefined && { labels }),
    ...(!isView && { nullable: flagIn(row, "nullable") }),
  }
}

/** The indexes. DuckDB scans only one of one column for a condition, so others have no keys. */
async function indexesOf(ask: Ask, table: string): Promise<CatalogIndex[]> {
  const rows = await ask(
    `SELECT index_name AS name, expressions AS keys FROM duckdb_indexes() WHERE table_oid = CAST(? AS BIGINT)
     UNION ALL
     SELECT constraint_name, '[' || array_to_string(constraint_column_names, ', ') || ']' FROM duckdb_constraints()
     WHERE table_oid = CAST(? AS BIGINT) AND constraint_type IN ('PRIMARY KEY', 'UNIQUE')`,
    table,
    table,
  )
  return rows.map((row) => ({ name: String(textIn(row, "name")), keys: onlyKey(textIn(row, "keys")) }))
}

/** The column of `[id]`, `['"first name"']` or `['("people"."first name")']`. None for more columns and for expressions. */
function onlyKey(keys = ""): string[] {
  const key = keys.replace(/^\['\((?:"(?:[^"]|"")*"|\w+)\.(.*)\)'\]$/, "[$1]")
  const [, plain, quoted] = /^\[(?:'?"((?:[^"]|"")*)"'?|([^,'()]*))\]$/.exec(key) ?? []
  const name = plain?.replaceAll('""', '"') ?? quoted
  return name === undefined ? [] : [name.toLowerCase()]
}

type Need = (column: InspectedColumn<DuckdbType>, taken: readonly string[]) => IndexNeed | undefined

/** For ranges, DuckDB knows the least and greatest values of each row group without an index. */
const needs: Readonly<Record<OperatorTest, Need>> = {
  equality: ({ table, name, type }, taken) => {
    const quoted = inDoubleQuotes(name)
    const isBare = [quoted, `${quoted} COLLATE C`].includes(type.operand(quoted))
    if (!isBare) return undefined
    const [last = ""] = [...table].reverse()
    return {
      keys: [name.toLowerCase()],
      create: `CREATE INDEX ${inDoubleQuotes(freeName(`${last}_${name}`, taken))} ON ${table.map(inDoubleQuotes).join(".")} (${quoted})`,
    }
  },
  order: () => undefined,
  text: () => undefined,
}
