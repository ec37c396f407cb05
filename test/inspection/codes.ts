import type { FindingCode } from "../../src/sql.ts"
import type { EngineName } from "../engines/engines.ts"

/** The engines on which a test provokes each finding. The suite of the engine fails if it does not. */
export const provokedOn: Readonly<Record<FindingCode, readonly [EngineName, ...EngineName[]]>> = {
  "column-type": ["PGlite", "chdb"],
  "unknown-collation": ["PGlite", "chdb"],
  "datetime-storage": ["PGlite"],
  "missing-scale": ["sql.js"],
  "stored-values": ["sql.js"],
  "unnamed-table": ["sql.js"],
  "missing-table": ["sql.js", "chdb"],
  "missing-column": ["sql.js", "chdb"],
  "relation-keys": ["sql.js", "chdb"],
  "database-encoding": ["sql.js"],
  "type-differs": ["sql.js", "chdb"],
  "collation-differs": ["sql.js"],
  "loose-collation": ["PGlite"],
  "expression-type": ["sql.js"],
  "enum-value-missing": ["PGlite"],
  "client-encoding": ["MariaDB"],
  "time-zone": ["MariaDB"],
  "session-mode": ["MariaDB", "chdb"],
  "enum-value-unlisted": ["PGlite"],
  "nullable-column": ["sql.js", "chdb"],
  "relation-index": ["sql.js"],
  "no-index": ["sql.js", "chdb"],
}
