import type { EngineName } from "../engines/engines.ts"
import { duckdbProvocations } from "./duckdb.ts"
import type { Provocation } from "./provocation.ts"
import { sqliteProvocations } from "./sqlite.ts"

/** The provocations of each engine. */
export const provocations: { readonly [Engine in EngineName]?: readonly Provocation[] } = {
  "sql.js": sqliteProvocations,
  DuckDB: duckdbProvocations,
}
