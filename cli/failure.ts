import { type Diagnostic, type FilterError, formatDiagnostics } from "desk-filter"
import type { Paint } from "./paint.ts"
import type { UsageError } from "./usage-error.ts"
import { visible } from "./visible.ts"

/** What went wrong, to people and to machines. */
export interface Failure {
  readonly exitCode: 1 | 2
  /** Some lines, without a line break at the end. */
  text(paint: Paint): string
  readonly diagnostics: readonly (Diagnostic | UsageDiagnostic)[]
}

/** A mistake in the use of the command, in the form of a mistake in a filter. */
export interface UsageDiagnostic {
  readonly code: "usage"
  readonly message: string
  readonly path: readonly []
  readonly hint: string
}

/** The filter is not valid. */
export function invalid(text: string, error: FilterError): Failure {
  return {
    exitCode: 1,
    text: (paint) => painted(formatDiagnostics(text, error), paint),
    diagnostics: error.diagnostics,
  }
}

/** The command was not understood. */
export function misused({ message, hint }: UsageError): Failure {
  return {
    exitCode: 2,
    text: (paint) => painted(visible(`usage: ${message}\n  hint: ${hint}`), paint),
    diagnostics: [{ code: "usage", message, path: [], hint }],
  }
}

/** Each kind of line is known by its beginning: the code, the caret, the hint. A line of the filter begins with its number. */
function painted(diagnostics: string, paint: Paint): string {
  return diagnostics
    .replace(/^[a-z-]+(?=: )/gm, (code) => paint.bold(paint.red(code)))
    .replace(/(?<=^ +\| *)\^+$/gm, (carets) => paint.red(carets))
    .replace(/^ {2}hint: .*$/gm, (hint) => paint.cyan(hint))
}
