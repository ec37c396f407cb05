import type { FieldKind } from "./oracle.ts"

/** What the mapping says about a column, beside its name. */
export interface Declared {
  readonly type?: string
  readonly collation?: string
  readonly expression?: string
  readonly scale?: number
  readonly lowerCase?: boolean
  readonly datetimeStorage?: string
}

/** How a row of the table fills and reads its column, if not as the other columns of its engine. */
export interface Contents {
  /** Values to insert instead of those of the kind of field. */
  readonly values?: readonly string[]
  /** The SQL that the column is filled with, of the SQL of a text. */
  readonly write?: (literal: string) => string
  /** The SQL that reads a value of the column as a text, instead of what its engine writes for the kind of field. */
  readonly read?: string
  /** Options after the columns of CREATE TABLE. */
  readonly table?: string
  /** Whether the table has no index on the column, because the type cannot have one. */
  readonly unindexed?: true
}

/** A row of the table: a column, the field on it, and what becomes of the two. */
export interface Row {
  /** The column's type and options, as in CREATE TABLE. */
  readonly ddl: string
  readonly kind: FieldKind
  readonly declared: Declared
  /** Answered right, or refused with this code. */
  readonly verdict: "answers" | { readonly refused: string }
  readonly contents: Contents
  /** The only dialect that the row is of, where several run on one engine. */
  readonly dialect?: string
}

/** The table of an engine. */
export interface ColumnTable {
  /** What holds today. */
  readonly rows: readonly Row[]
  /** What shall hold, and does not yet. */
  readonly pending: readonly Row[]
}

/** The column answers every filter on the field exactly. */
export function answers(ddl: string, kind: FieldKind, declared: Declared = {}, contents: Contents = {}): Row {
  return { ddl, kind, declared, contents, verdict: "answers" }
}

/** The mapping of the column is refused with this code. */
export function refused(code: string, ddl: string, kind: FieldKind, declared: Declared = {}): Row {
  return { ddl, kind, declared, contents: {}, verdict: { refused: code } }
}

/** The row holds for one dialect of the engine. */
export function only(dialect: string, row: Row): Row {
  return { ...row, dialect }
}

/** The name of a row: what a failure and a list of pending rows print. */
export function nameOf({ ddl, kind, declared, contents, verdict, dialect }: Row): string {
  const column = [ddl || "no type", contents.table].filter(Boolean).join(" ")
  const mapping = Object.keys(declared).length === 0 ? "" : ` ${JSON.stringify(declared)}`
  const only = dialect === undefined ? "" : ` (${dialect})`
  return `${column} as ${kind}${mapping}${only}: ${verdict === "answers" ? verdict : `refused ${verdict.refused}`}`
}
