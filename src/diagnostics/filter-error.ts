import type { Diagnostic } from "./diagnostic.ts"

/** An RFC 9457 problem, to be sent as `application/problem+json`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: 400
  readonly detail: string
  readonly errors: readonly Diagnostic[]
}

/**
 * What every bad filter ends in, and the only thing that bad input can throw.
 *
 * @example
 * ```ts
 * const result = safeParseFilter(customers, '{"stat":"active"}')
 * if (!result.ok) {
 *   result.error.diagnostics[0]?.code // "unknown-field"
 *   result.error.diagnostics[0]?.hint // 'did you mean "state"?'
 * }
 * ```
 */
export class FilterError extends Error {
  override readonly name = "FilterError"
  /** Every mistake that was found, in the order of the text. Never empty. */
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(summary(diagnostics))
    this.diagnostics = Object.freeze([...diagnostics])
  }

  /**
   * The error as an RFC 9457 problem with status 400: JSON, and free of anything but the mistakes.
   *
   * @example
   * ```ts
   * const result = safeParseFilter(customers, '{"id":1.5}')
   * if (!result.ok) result.error.toProblem().status // 400
   * ```
   */
  toProblem(): Problem {
    return {
      type: "about:blank",
      title: "Bad Request",
      status: 400,
      detail: this.message,
      errors: this.diagnostics,
    }
  }
}

/** How many mistakes the message says; the diagnostics have them all. A log is not to grow with the input. */
const MOST_SAID = 10

function summary(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.slice(0, MOST_SAID).map(sentence)
  const more = diagnostics.length - lines.length
  return (more > 0 ? [...lines, `… and ${more} more mistakes`] : lines).join("\n")
}

function sentence({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message}; ${hint}`
}
