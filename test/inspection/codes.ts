import type { FindingCode } from "../../src/sql.ts"
import type { EngineName } from "../engines/engines.ts"

/** The engines on which a test provokes each finding. The suite of the engine fails if it does not. */
export const provokedOn: Readonly<Record<FindingCode, readonly [EngineName, ...EngineName[]]>> = {
  "column-type": ["PGlite", "MariaDB", "chdb"],
  "unknown-collation": ["PGlite", "MariaDB", "chdb"],
  "datetime-storage": ["PGlite", "MariaDB"],
  "missing-scale": ["sql.js"],
  "stored-values": ["sql.js"],
  "unnamed-table": ["sql.js"],
  "missing-table": ["sql.js", "MariaDB", "chdb"],
  "missing-column": ["sql.js", "MariaDB", "chdb"],
  "relation-keys": ["sql.js", "PGlite", "MariaDB", "chdb"],
  "database-encoding": ["sql.js"],
  "type-differs": ["sql.js", "MariaDB", "chdb"],
  "collation-differs": ["sql.js", "DuckDB", "MariaDB"],
  "loose-collation": ["PGlite"],
  "expression-type": ["sql.js"],
  "enum-value-missing": ["PGlite", "MariaDB"],
  "client-encoding": ["MariaDB"],
  "session-mode": ["DuckDB", "MariaDB", "chdb"],
  "enum-value-unlisted": ["PGlite", "MariaDB"],
  "nullable-column": ["sql.js", "MariaDB", "chdb"],
  "relation-index": ["sql.js", "MariaDB"],
  "no-index": ["sql.js", "MariaDB", "chdb"],
}
