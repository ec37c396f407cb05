import type { Span } from "../syntax/span.ts"
import type { Diagnostic, DiagnosticCode, DiagnosticSpan, Path } from "./diagnostic.ts"
import { FilterError } from "./filter-error.ts"

interface Found {
  readonly diagnostic: Omit<Diagnostic, "span">
  readonly at: Span | undefined
}

/** Collects the mistakes of one filter. */
export class Reporter {
  readonly #found: Found[] = []
  readonly #text: string | undefined

  /** @param text the text that spans refer to, if the filter came as one */
  constructor(text?: string) {
    this.#text = text
  }

  report(code: DiagnosticCode, message: string, path: Path, at: Span | undefined, hint?: string): void {
    this.#found.push({ diagnostic: { code, message, path, ...(hint !== undefined && { hint }) }, at })
  }

  get hasReports(): boolean {
    return this.#found.length > 0
  }

  /** The error with everything that was reported, in the order of the text. */
  error(): FilterError {
    const text = this.#text
    if (text === undefined) return new FilterError(this.#found.map(({ diagnostic }) => diagnostic))
    const sorted = [...this.#found].sort((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0))
    const locate = locator(text)
    return new FilterError(
      sorted.map(({ diagnostic, at }) =>
        at === undefined ? diagnostic : { ...diagnostic, span: locate(at) },
      ),
    )
  }
}

/**
 * Finds lines and columns, in one pass over the text. The spans must come in order.
 */
function locator(text: string): (span: Span) => DiagnosticSpan {
  let line = 1
  let lineStart = 0
  let read = 0
  return ({ start, end }) => {
    for (; read < start; read++) {
      const unit = text.charCodeAt(read)
      if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(read + 1) !== 0x0a)) {
        line++
        lineStart = read + 1
      }
    }
    return { start, end, line, column: start - lineStart + 1 }
  }
}
