import { clickhouse, type Dialect, duckdb, mariadb, mysql, postgres, sqlite } from "desk-filter/sql"

/** The databases by the name that the command line calls them. */
export const dialects = { postgres, mysql, mariadb, sqlite, duckdb, clickhouse } as const satisfies Readonly<
  Record<string, Dialect<unknown>>
>

export const dialectNames = Object.keys(dialects) as readonly (keyof typeof dialects)[]
