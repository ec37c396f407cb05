import type { FindingCode } from "../../src/sql.ts"
import type { EngineName } from "../engines/engines.ts"

/** The engines on which a test provokes each finding. The suite of the engine fails if it does not. */
export const provokedOn: Readonly<Record<FindingCode, readonly [EngineName, ...EngineName[]]>> = {
  "column-type": ["PGlite"],
  "unknown-collation": ["PGlite"],
  "datetime-storage": ["PGlite"],
  "missing-scale": ["sql.js"],
  "stored-values": ["sql.js"],
  "unnamed-table": ["sql.js"],
  "missing-table": ["sql.js"],
  "missing-column": ["sql.js"],
  "relation-keys": ["sql.js"],
  "database-encoding": ["sql.js"],
  "type-differs": ["sql.js"],
  "collation-differs": ["sql.js"],
  "loose-collation": ["PGlite"],
  "expression-type": ["sql.js"],
  "enum-value-missing": ["PGlite"],
  "client-encoding": ["MariaDB"],
  "session-mode": ["MariaDB"],
  "enum-value-unlisted": ["PGlite"],
  "nullable-column": ["sql.js"],
  "relation-index": ["sql.js"],
  "no-index": ["sql.js"],
}
