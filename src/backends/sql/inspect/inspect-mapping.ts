import type { Schema } from "../../../schema/schema.ts"
import type { Dialect } from "../dialect/dialect.ts"
import type { Finding } from "../dialect/finding.ts"
import type { AnySqlMapping, SqlMapping } from "../mapping.ts"
import { type TableName, tableName } from "../table-name.ts"
import type { Catalog } from "./catalog.ts"
import { catalogs } from "./catalogs.ts"
import { inspectColumns } from "./columns.ts"
import { sorted } from "./findings.ts"
import { indexFindings } from "./index-findings.ts"
import { relationFindings } from "./relation-findings.ts"
import { askWith, type Run } from "./run.ts"
import { sessionFindings } from "./session-findings.ts"
import { readTables } from "./tables.ts"

/** The options of {@link inspectMapping}. */
export interface InspectOptions {
  /** The table of the mapping's columns, if the mapping names none or names an alias. */
  readonly table?: TableName
}

/** What {@link inspectMapping} has found. */
export interface Inspection<S extends Schema = never> {
  /** Errors first, then warnings, then infos. */
  readonly findings: readonly Finding[]
  /** The mapping with what the catalog says of its columns. Undefined if one of the findings is an error. */
  readonly mapping: SqlMapping<S> | undefined
}

/**
 * Checks a mapping against the database: whether its tables and columns exist, whether they answer every filter exactly,
 * and which operators no index serves. The returned mapping has the types and collations of the columns, so your mapping
 * needs to name columns only. Call it when your server starts, and print the findings with {@link formatFindings}.
 *
 * @param dialect the database
 * @param mapping the mapping, as {@link sqlMapping} made it
 * @param run runs a statement with your driver, and returns its rows as objects
 * @param options the table, if the mapping does not name it
 * @returns the findings and the completed mapping
 * @throws TypeError when `run` does not return rows as objects, or when the dialect has no catalog
 * @throws the error of `run`, if it throws one
 *
 * @example
 * ```ts
 * const mapping = sqlMapping(customers, { table: "customers" })
 * const inEmptyDatabase = await inspectMapping(sqlite, mapping, () => [])
 * inEmptyDatabase.findings.map(({ severity, code }) => `${severity} ${code}`) // ["error missing-table"]
 * inEmptyDatabase.mapping // undefined
 * ```
 */
export async function inspectMapping<Values, S extends Schema = never>(
  dialect: Dialect<Values>,
  mapping: SqlMapping<S>,
  run: Run<Values>,
  options: InspectOptions = {},
): Promise<Inspection<S>> {
  if (dialect.catalog === undefined)
    throw new TypeError(`${dialect.name} has no catalog that can be read: set catalog in the dialect`)
  return inspectWith(catalogs[dialect.catalog], dialect, mapping, run, options)
}

/** Checks a mapping against a catalog. */
export async function inspectWith<Values, S extends Schema = never>(
  catalog: Catalog,
  dialect: Dialect<Values>,
  mapping: SqlMapping<S>,
  run: Run<Values>,
  options: InspectOptions = {},
): Promise<Inspection<S>> {
  const any: AnySqlMapping = mapping
  const ask = askWith(dialect, run)
  const main = options.table === undefined ? any.table : tableName(options.table)
  const tables = await readTables(any, main, catalog, ask)
  const columns = inspectColumns(any, dialect, catalog, tables)
  const findings = sorted([
    ...tables.findings,
    ...columns.findings,
    ...relationFindings(any, tables, catalog),
    ...(await sessionFindings(columns.inspected, catalog, ask)),
    ...indexFindings(columns.inspected, tables, catalog),
  ])
  const isUsable = findings.every(({ severity }) => severity !== "error")
  const completed = Object.freeze({ ...any, columns: columns.completed })
  // The schema is in the type only.
  return { findings, mapping: isUsable ? (completed as SqlMapping<S>) : undefined }
}
