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
} as const satisfies Readonly<Record<string, Severity>>

/** What is found about a mapping. */
export type FindingCode = keyof typeof severities

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
  readonly refused: FindingCode
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string
  readonly hint: string
}
