import type { ParseOptions } from "../../src/index.ts"
import type { DialectName } from "../../src/sql.ts"
import type { EngineFor } from "../engines/engines.ts"
import type { Person } from "./people.ts"

/** The backends that say which records match a filter: the predicate, and each dialect of the registry. */
export type BackendName = "predicate" | DialectName

/** The engines on which a backend answers a group of cases, or the reason why it does not. Each engine runs the backend. */
export type Verdict<B extends BackendName = BackendName> =
  | { readonly on: readonly [EngineFor<B>, ...EngineFor<B>[]] }
  | { readonly notSupported: string }

/** The text of a filter, and the ids of the records that match, in order. */
export type Case = readonly [filter: string, keeps: readonly number[], options?: ParseOptions]

/** Records, and which of them match each filter. */
export interface Group {
  readonly name: string
  readonly records: readonly Person[]
  readonly cases: readonly Case[]
  readonly backends: { readonly [B in BackendName]: Verdict<B> }
}

/** Every backend answers, on these engines. The SQL for MySQL runs on MariaDB only. */
export const everywhere: Group["backends"] = {
  predicate: { on: ["JavaScript"] },
  postgres: { on: ["PGlite", "PostgreSQL"] },
  mysql: { on: ["MariaDB"] },
  mariadb: { on: ["MariaDB"] },
  sqlite: { on: ["sql.js"] },
  duckdb: { on: ["DuckDB"] },
  clickhouse: { on: ["chdb"] },
}
