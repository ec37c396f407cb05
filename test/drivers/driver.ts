import type { SqlTemplate } from "../../src/sql.ts"

/** What a recipe has of a condition. */
export interface Condition extends SqlTemplate {
  /** The text of `toSql`, with the same values. */
  readonly text: string
}

export interface Row {
  readonly id: unknown
}

/** A driver or query builder, connected to a server. */
export interface Driver {
  /** The rows of the table people that match, in the order of the ids. */
  people(condition: Condition): Promise<readonly Row[]>
  close(): Promise<unknown>
}

/** Connects a driver to the database at an address. */
export type Connect = (url: string) => Promise<Driver>
