import type { Span } from "../syntax/span.ts"
import { type DiagnosticSpan, diagnostic, type Mistake, type Path } from "./diagnostic.ts"
import { FilterError } from "./filter-error.ts"

interface Found {
  readonly mistake: Mistake
  readonly path: Path
  readonly at: Span | undefined
}

/** How many mistakes an error has at most, and the mistake that it has in place of all others. */
export interface Cap {
  readonly most: number
  readonly mistake: Mistake<"limit-exceeded">
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

  report(mistake: Mistake, path: Path, at: Span | undefined): void {
    this.#found.push({ mistake, path, at })
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
      this.#reported().map(({ mistake, path, at }) => diagnostic(mistake, path, at && locate?.(at))),
    )
  }

  #reported(): readonly Found[] {
    const { most, mistake } = this.#cap
    const next = this.#found[most]
    return next === undefined ? this.#found : [...this.#found.slice(0, most), { ...next, mistake }]
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
