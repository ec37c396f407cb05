import type { AnySqlMapping, Finding, FindingCode } from "../../src/sql.ts"

/** A mapping and a database in which the inspection has a finding. */
export interface Provocation {
  readonly code: FindingCode
  /** The statements that make the tables and set the session. Each provocation has a new database. */
  readonly statements: readonly string[]
  readonly mapping: AnySqlMapping
  readonly finding: Pick<Finding, "field" | "column" | "message"> & Partial<Pick<Finding, "hint">>
}

/** A database without tables, to which a provocation is brought. */
export interface InspectedDatabase {
  execute(statement: string): Promise<void>
  /** Inspects a mapping as a user of the driver does. */
  inspect(mapping: AnySqlMapping): Promise<readonly Finding[]>
  close(): Promise<void>
}
