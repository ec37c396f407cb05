import { type Diagnostic, shownPath } from "./diagnostic.ts"

/** An RFC 9457 problem. Send it as `application/problem+json`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: 400
  readonly detail: string
  readonly errors: readonly Diagnostic[]
}

/** The same symbol in every copy of the package: bundlers and CommonJS may load a program more than one. */
const BRAND = /* @__PURE__ */ Symbol.for("desk-filter.FilterError")

/**
 * The error for every invalid filter. Invalid input never throws anything else.
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
  /** Every mistake that was found, up to `limits.maxDiagnostics`, in the order of the text. Never empty. */
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(summary(diagnostics))
    this.diagnostics = Object.freeze([...diagnostics])
    Object.defineProperty(this, BRAND, {})
  }

  /** An error that another copy of desk-filter made is an instance too, but not of a class that extends this one. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a class that extends this one inherits the method
    return this === FilterError ? BRAND in Object(value) : super[Symbol.hasInstance](value)
  }

  /**
   * The error as an RFC 9457 problem with status 400. It is plain JSON and contains only the mistakes. In the paths, a
   * name with a quote, a backslash or a character that does not show is written as a JSON string.
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
      errors: this.diagnostics.map((diagnostic) => ({ ...diagnostic, path: shownPath(diagnostic.path) })),
    }
  }
}

/** The most mistakes in the message, so that a log does not grow with the input. `diagnostics` has the others. */
const MAX_IN_MESSAGE = 10

function summary(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.slice(0, MAX_IN_MESSAGE).map(sentence)
  const more = diagnostics.length - lines.length
  return (more > 0 ? [...lines, `… and ${more} more`] : lines).join("\n")
}

function sentence({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message}; ${hint}`
}
