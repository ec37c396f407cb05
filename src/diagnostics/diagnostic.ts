import type { Span } from "../syntax/span.ts"
import { quoteStep } from "../text/quote.ts"
import { type Hint, hintText } from "./hint.ts"

/** What can be wrong with a filter. A code never changes its meaning. */
export type DiagnosticCode =
  /** The text or value is not JSON. */
  | "syntax"
  /** A name appears more than once in one object, or `filter` more than once in the query string. */
  | "duplicate-key"
  /** The schema has no such field. */
  | "unknown-field"
  /** There is no such operator, or it cannot be used here. */
  | "unknown-operator"
  /** MongoDB has the operator, but Desk does not support it. */
  | "unsupported-operator"
  /** The type of the field does not support the operator, or the field was declared without it. */
  | "operator-not-allowed"
  /** The value has a different type than the field, the operator or the filter expects. */
  | "type-mismatch"
  /** The value has the right type, but the field cannot have this value. */
  | "invalid-value"
  /** The operator or the field does not accept null. */
  | "null-not-allowed"
  /** A field has `{}`, an object without operators; or the list of `$or` is empty, with `emptyOr: "error"`. */
  | "empty-operators"
  /** The filter exceeds a limit. */
  | "limit-exceeded"
  /** The filter matches every record, with `requireSelective`. */
  | "matches-everything"

/** A span with the line and column of its start. */
export interface DiagnosticSpan extends Span {
  /** Line of the start, from 1. */
  readonly line: number
  /** Column of the start in UTF-16 units, from 1. */
  readonly column: number
}

/** The path from the root of a filter to a part of it: names of members and indexes of items. */
export type Path = readonly (string | number)[]

/**
 * The path in the form in which it is shown or sent: a name with a quote, a backslash or a character that does not show
 * is written as a JSON string.
 */
export function shownPath(path: Path): Path {
  return path.map((step) => (typeof step === "string" ? quoteStep(step) : step))
}

/** One mistake in a filter. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  /** What is wrong, as a sentence. */
  readonly message: string
  /** The path to it in the JSON. Its names are those of the input: they may hold any character. */
  readonly path: Path
  /** Its range in the text; absent if the filter was not a text. */
  readonly span?: DiagnosticSpan
  /** What to write instead. */
  readonly hint?: string
}

/** Makes a diagnostic of a mistake without a place in a text. */
export function diagnostic(code: DiagnosticCode, message: string, path: Path, given?: Hint): Diagnostic {
  const hint = hintText(given)
  return { code, message, path, ...(hint !== undefined && { hint }) }
}
