import { clickhouse } from "./clickhouse/clickhouse.ts"
import type { Dialect } from "./dialect/dialect.ts"
import { duckdb } from "./duckdb/duckdb.ts"
import { mariadb } from "./mariadb/mariadb.ts"
import { mysql } from "./mysql/mysql.ts"
import { postgres } from "./postgres/postgres.ts"
import { sqlite } from "./sqlite/sqlite.ts"

/**
 * All dialects by name: use it where the database is chosen at run time. If your program uses one database,
 * import its dialect, so that your bundle does not contain the others.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"id":7}')
 * Object.keys(dialects) // ["postgres", "mysql", "mariadb", "sqlite", "duckdb", "clickhouse"]
 * Object.values(dialects).map((dialect) => toSql<unknown>(filter, dialect).text)[0] // '"id" = $1::bigint'
 * ```
 */
export const dialects = { postgres, mysql, mariadb, sqlite, duckdb, clickhouse } as const satisfies Readonly<
  Record<string, Dialect<unknown>>
>

/** The name of a dialect. */
export type DialectName = keyof typeof dialects
