import { type Diagnostic, type FilterError, formatDiagnostics } from "desk-filter"
import type { EncodingError } from "./encoding-error.ts"
import type { Paint } from "./paint.ts"
import type { RecordError } from "./record.ts"
import { UsageError } from "./usage-error.ts"
import { visible } from "./visible.ts"

/** The result of a call that failed, as text and as JSON. */
export interface Failure {
  readonly exitCode: 1 | 2
  /** One or more lines, without a line break at the end. */
  text(paint: Paint): string
  readonly diagnostics: readonly (Diagnostic | OwnDiagnostic)[]
}

/** A mistake that only the command can find, in the form of a diagnostic: in its use, in the encoding of the input, or in a record. */
export interface OwnDiagnostic {
  readonly code: "usage" | "invalid-encoding" | "invalid-record"
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
export function usageFailure(error: UsageError): Failure {
  return ownFailure(2, "usage", error)
}

/** Reports a call without a command. A person gets the help. */
export function noCommand(help: string): Failure {
  const failure = usageFailure(new UsageError("No command given", "desk-filter --help lists the commands"))
  return { ...failure, text: () => help }
}

/** Reports an input that is not UTF-8. */
export function encodingFailure(error: EncodingError): Failure {
  return ownFailure(1, "invalid-encoding", error)
}

/** Reports a record that is not valid. */
export function recordFailure(error: RecordError): Failure {
  return ownFailure(1, "invalid-record", error)
}

function ownFailure(
  exitCode: Failure["exitCode"],
  code: OwnDiagnostic["code"],
  { message, hint }: UsageError | EncodingError | RecordError,
): Failure {
  return {
    exitCode,
    text: (paint) => highlight(`${code}: ${visible(message)}\n  hint: ${visible(hint)}`, paint),
    diagnostics: [{ code, message, path: [], hint }],
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
