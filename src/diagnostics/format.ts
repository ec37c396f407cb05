import { type Diagnostic, shownPath } from "./diagnostic.ts"
import type { FilterError } from "./filter-error.ts"
import { frameOf, printable } from "./frame.ts"

/**
 * Formats every mistake with its line of the text and carets under the mistake.
 *
 * @param text the text that was parsed
 * @param error the error that parsing the text threw
 * @returns lines for a person to read, without a line break at the end
 *
 * @example
 * ```ts
 * const text = '{"state":"active","stat":1}'
 * const result = safeParseFilter(customers, text)
 * if (!result.ok) console.error(formatDiagnostics(text, result.error))
 * ```
 */
export function formatDiagnostics(text: string, error: FilterError): string {
  return error.diagnostics.map((diagnostic) => formatDiagnostic(text, diagnostic)).join("\n\n")
}

function formatDiagnostic(text: string, { code, message, path, span, hint }: Diagnostic): string {
  const head = `${code}: ${printable(message)}`
  const tail = hint === undefined ? [] : [`  hint: ${printable(hint)}`]
  if (span === undefined) {
    const location = path.length === 0 ? [] : [`  at ${shownPath(path).join(" › ")}`]
    return [head, ...location, ...tail].join("\n")
  }
  return [head, frameOf(text, span), ...tail].join("\n")
}
