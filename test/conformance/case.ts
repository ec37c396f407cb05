import type { ParseOptions } from "../../src/index.ts"
import type { Person } from "./people.ts"

/** The backends that answer which records a filter keeps. Another one is a name here, and then the compiler asks for the rest. */
export type BackendName = "predicate" | "postgres" | "mysql" | "mariadb" | "sqlite" | "duckdb" | "clickhouse"

/** Whether a backend answers a group of cases; if not, why not. */
export type Verdict = "answers" | { readonly notSupported: string }

/** A filter's text, and the ids that it keeps, in order. */
export type Case = readonly [filter: string, keeps: readonly number[], options?: ParseOptions]

/** Records, and which of them each filter keeps. */
export interface Group {
  readonly name: string
  readonly records: readonly Person[]
  readonly cases: readonly Case[]
  readonly backends: Readonly<Record<BackendName, Verdict>>
}

export const everywhere: Group["backends"] = {
  predicate: "answers",
  postgres: "answers",
  mysql: "answers",
  mariadb: "answers",
  sqlite: "answers",
  duckdb: "answers",
  clickhouse: "answers",
}
