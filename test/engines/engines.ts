import type { BackendName } from "../conformance/case.ts"

/**
 * The suite that runs an engine. `npm test` runs the fast and the embedded engines, `npm run test:fast` only the fast
 * ones. `npm run test:engines` runs the servers.
 */
export type Suite = "fast" | "embedded" | "servers"

/** An engine that answers filters. */
interface EngineDeclaration {
  /** The suite that opens it. */
  readonly suite: Suite
  /** What docs/databases.md calls it: the database, its version, and how it runs. */
  readonly label: string
  /** The backends whose conditions it runs. */
  readonly runs: readonly [BackendName, ...BackendName[]]
}

/** Every engine that the tests run filters on. Verdicts name engines of this table. */
export const engines = {
  JavaScript: { suite: "fast", label: "Node.js", runs: ["predicate"] },
  PGlite: { suite: "embedded", label: "PostgreSQL 18 (PGlite)", runs: ["postgres"] },
  "sql.js": { suite: "fast", label: "SQLite 3.54 (sql.js)", runs: ["sqlite"] },
  DuckDB: { suite: "embedded", label: "DuckDB 1.5", runs: ["duckdb"] },
  PostgreSQL: { suite: "servers", label: "PostgreSQL 15 (server)", runs: ["postgres"] },
  MariaDB: { suite: "servers", label: "MariaDB 10.11", runs: ["mariadb", "mysql"] },
  chdb: { suite: "servers", label: "ClickHouse 26.7 (chdb)", runs: ["clickhouse"] },
} as const satisfies Readonly<Record<string, EngineDeclaration>>

type Engines = typeof engines

/** The name of an engine. */
export type EngineName = keyof Engines

/** The engines of a suite. */
export type EngineOf<S extends Suite> = {
  [Name in EngineName]: Engines[Name]["suite"] extends S ? Name : never
}[EngineName]

/** The backends that an engine runs. */
export type RunBy<Name extends EngineName> = Engines[Name]["runs"][number]

/** The engines that run a backend. There may be none. */
export type EngineFor<B extends BackendName> = {
  [Name in EngineName]: B extends RunBy<Name> ? Name : never
}[EngineName]
