import type { Span } from "../syntax/span.ts"

/** What can be wrong with a filter. A code never changes its meaning. */
export type DiagnosticCode =
  /** The text is not a filter by its grammar. */
  | "syntax"
  /** A name stands twice in one object, or the query string has `filter` twice. */
  | "duplicate-key"
  /** The schema has no such field. */
  | "unknown-field"
  /** There is no such operator, or it stands in the wrong place. */
  | "unknown-operator"
  /** MongoDB has the operator, Desk has not. */
  | "unsupported-operator"
  /** The operator is not for fields of this type, or the field was declared without it. */
  | "operator-not-allowed"
  /** The value is of another type than the field or the place asks for. */
  | "type-mismatch"
  /** The value is of the right type and yet not one that the field can have. */
  | "invalid-value"
  /** The operator or the field does not take null. */
  | "null-not-allowed"
  /** A field has `{}` and so no operator, or `$or` has no operand where that was declared an error. */
  | "empty-operators"
  /** The filter is longer, deeper or larger than the limits allow. */
  | "limit-exceeded"
  /** The filter matches every record, where that was forbidden. */
  | "matches-everything"

/** A span with the line and column of its start. */
export interface DiagnosticSpan extends Span {
  /** Line of the start, from 1. */
  readonly line: number
  /** Column of the start in UTF-16 units, from 1. */
  readonly column: number
}

/** The way from the root of a filter to a part of it: names of members and indexes of items. */
export type Path = readonly (string | number)[]

/** One mistake in a filter. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  /** What is wrong, as a sentence. */
  readonly message: string
  /** Where it is in the JSON. */
  readonly path: Path
  /** Where it is in the text; absent for a filter that was not a text. */
  readonly span?: DiagnosticSpan
  /** What to write instead. */
  readonly hint?: string
}
