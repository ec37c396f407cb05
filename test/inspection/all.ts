import type { EngineName } from "../engines/engines.ts"
import { clickhouseProvocations } from "./clickhouse.ts"
import { duckdbProvocations } from "./duckdb.ts"
import { mariadbProvocations } from "./mariadb.ts"
import { postgresProvocations } from "./postgres.ts"
import type { Provocation } from "./provocation.ts"
import { sqliteProvocations } from "./sqlite.ts"

/** The provocations of each engine that has a catalog. */
export const provocations = {
  "sql.js": sqliteProvocations,
  PGlite: postgresProvocations,
  DuckDB: duckdbProvocations,
  PostgreSQL: postgresProvocations,
  MariaDB: mariadbProvocations,
  chdb: clickhouseProvocations,
} as const satisfies { readonly [Engine in EngineName]?: readonly Provocation[] }
