/** How serious a finding is: with an error, rows would be wrong or requests would fail. */
export type Severity = "error" | "warning" | "info"

/** The severity of every finding. */
export const severities = {
  /** The column has a type that cannot answer conditions on the field exactly. */
  "column-type": "error",
  /** The mapping names a collation that the database does not have, or whose comparison is not known. */
  "unknown-collation": "error",
  /** The mapping says how date-times are stored, and the column cannot hold them so. */
  "datetime-storage": "error",
  /** The database has no decimals, and the mapping does not say how the column holds them. */
  "missing-scale": "error",
  /** A column of SQLite holds a value that its field does not have, or has in another form. */
  "stored-values": "error",
  /** The mapping does not name the table of its columns. */
  "unnamed-table": "error",
  /** The database has no table or view of this name. */
  "missing-table": "error",
  /** The table has no column of this name. */
  "missing-column": "error",
  /** The columns of a relation's key cannot be compared with each other. */
  "relation-keys": "error",
  /** The encoding of the database lacks characters, or does not order texts by code point. */
  "database-encoding": "error",
  /** The mapping declares another type than the catalog. */
  "type-differs": "warning",
  /** The mapping declares another collation than the catalog. */
  "collation-differs": "warning",
  /** The collation treats different texts as equal, and the mapping does not say so. */
  "loose-collation": "warning",
  /** The field is an expression, and the mapping does not declare its type. */
  "expression-type": "warning",
  /** The schema lists a value that the database's enum does not have. */
  "enum-value-missing": "warning",
  /** The session's character set lacks characters. */
  "client-encoding": "warning",
  /** A mode of the session changes how a statement is read or what it answers. */
  "session-mode": "warning",
  /** The database's enum has a value that the schema does not list. */
  "enum-value-unlisted": "info",
  /** The column may be null, and the field is declared to always have a value. */
  "nullable-column": "info",
  /** No index serves the key of a relation. */
  "relation-index": "info",
  /** No index serves an operator on the field. */
  "no-index": "info",
} as const satisfies Readonly<Record<string, Severity>>

/** What is found about a mapping. */
export type FindingCode = keyof typeof severities

/** A finding with which a mapping cannot be used. */
type ErrorCode = {
  [Code in FindingCode]: (typeof severities)[Code] extends "error" ? Code : never
}[FindingCode]

/** What a check of a mapping has found. */
export interface Finding {
  readonly severity: Severity
  readonly code: FindingCode
  /** The field that it concerns, if it concerns one. */
  readonly field: string | undefined
  /** The column that it concerns, with its table. */
  readonly column: string | undefined
  /** What is so, in one sentence without a full stop. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string | undefined
}

/** Why a column cannot answer conditions on its field. */
export interface Refusal {
  readonly refused: ErrorCode
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string
  readonly hint: string
}
