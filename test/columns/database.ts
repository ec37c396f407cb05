import type { Dialect } from "../../src/sql.ts"
import type { FieldKind } from "./oracle.ts"
import type { Row } from "./row.ts"

/** A session in a database. */
export interface Database {
  readonly dialect: Dialect<unknown>
  /** Runs a statement. */
  run(statement: string): Promise<void>
  /** The rows that a query returns, by position. */
  rows(query: string, values: unknown): Promise<readonly (readonly unknown[])[]>
  /** A text as a literal. */
  literal(text: string): string
  /** The SQL that the row's column is filled with, of the canonical text of a value. */
  write(row: Row, text: string): string
  /** The SQL of a cell that tells what the row's column holds. */
  read(row: Row, column: string): string
  /** What such a cell tells, as a text. The cell is not null. */
  said(row: Row, cell: unknown): string
  /** Whether a column may be null. */
  holdsNull(ddl: string): boolean
  /** CREATE TABLE for a column, and an index on it unless there can be none. */
  tableOf(name: string, ddl: string, options: string, indexed: boolean): readonly string[]
  close(): Promise<void>
}

/** A way to reach a database: a server, a driver and a session. */
export interface Way {
  readonly name: string
  /** The kinds of fields that this way is for. By default, all. */
  readonly kinds?: readonly FieldKind[]
  open(): Promise<Database>
}

/** The kinds whose answers may depend on the session's time zone. */
export const TIMES: readonly FieldKind[] = ["datetime", "date"]

/** The text of which a cell has the UTF-8 bytes as hexadecimal digits. Drivers may change a text, such as U+FEFF at its beginning. */
export function textOfHex(cell: unknown): string {
  return Buffer.from(String(cell), "hex").toString("utf8")
}
