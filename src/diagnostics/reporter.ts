import type { Span } from "../syntax/span.ts"
import { type DiagnosticCode, type DiagnosticSpan, diagnostic, type Path } from "./diagnostic.ts"
import { FilterError } from "./filter-error.ts"
import type { Hint } from "./hint.ts"

interface Found {
  readonly code: DiagnosticCode
  readonly message: string
  readonly path: Path
  readonly at: Span | undefined
  readonly hint: Hint | undefined
}

/** How many mistakes an error has at most, and what it says at the next one, in place of all others. */
export interface Cap {
  readonly most: number
  readonly message: string
  readonly hint: string
}

/** Collects the mistakes of one filter. */
export class Reporter {
  readonly #found: Found[] = []
  readonly #text: string | undefined
  readonly #cap: Cap

  /** @param text the text that spans refer to, if the filter came as one */
  constructor(text: string | undefined, cap: Cap) {
    this.#text = text
    this.#cap = cap
  }

  report(code: DiagnosticCode, message: string, path: Path, at: Span | undefined, hint?: Hint): void {
    this.#found.push({ code, message, path, at, hint })
  }

  get hasReports(): boolean {
    return this.#found.length > 0
  }

  /** The error with the mistakes that were reported, in the order of the text. */
  error(): FilterError {
    const text = this.#text
    const locate = text === undefined ? undefined : locator(text)
    if (locate !== undefined) this.#found.sort((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0))
    return new FilterError(
      this.#reported().map(({ code, message, path, at, hint }) => {
        const found = diagnostic(code, message, path, hint)
        return locate === undefined || at === undefined ? found : { ...found, span: locate(at) }
      }),
    )
  }

  #reported(): readonly Found[] {
    const { most, message, hint } = this.#cap
    const next = this.#found[most]
    if (next === undefined) return this.#found
    return [...this.#found.slice(0, most), { ...next, code: "limit-exceeded", message, hint }]
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
