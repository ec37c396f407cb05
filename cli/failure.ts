import { type Diagnostic, type FilterError, formatDiagnostics } from "desk-filter"
import type { Paint } from "./paint.ts"
import type { UsageError } from "./usage-error.ts"
import { visible } from "./visible.ts"

/** The result of a call that failed, as text and as JSON. */
export interface Failure {
  readonly exitCode: 1 | 2
  /** One or more lines, without a line break at the end. */
  text(paint: Paint): string
  readonly diagnostics: readonly (Diagnostic | UsageDiagnostic)[]
}

/** An error in the use of the command, in the form of a diagnostic. */
export interface UsageDiagnostic {
  readonly code: "usage"
  readonly message: string
  readonly path: readonly []
  readonly hint: string
}

/** Reports a filter that is not valid. */
export function filterFailure(text: string, error: FilterError): Failure {
  return {
    exitCode: 1,
    text: (paint) => highlight(formatDiagnostics(text, error), paint),
    diagnostics: error.diagnostics,
  }
}

/** Reports a command that was used incorrectly. */
export function usageFailure({ message, hint }: UsageError): Failure {
  return {
    exitCode: 2,
    text: (paint) => highlight(visible(`usage: ${message}\n  hint: ${hint}`), paint),
    diagnostics: [{ code: "usage", message, path: [], hint }],
  }
}

/**
 * Colours the code, the carets and the hint. The start of a line tells them apart from a line of the
 * filter, which starts with its line number.
 */
function highlight(diagnostics: string, paint: Paint): string {
  return diagnostics
    .replace(/^[a-z-]+(?=: )/gm, (code) => paint.bold(paint.red(code)))
    .replace(/(?<=^ +\| *)\^+$/gm, (carets) => paint.red(carets))
    .replace(/^ {2}hint: .*$/gm, (hint) => paint.cyan(hint))
}
