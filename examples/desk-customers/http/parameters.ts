import type { Mistakes } from "./mistakes.ts"

/** The query parameters of a URL, whether it is fully, partly or not percent-encoded. */
export function queryOf(url: string): URLSearchParams {
  const start = url.indexOf("?")
  return new URLSearchParams(start < 0 ? "" : url.slice(start + 1))
}

/** The names of the other parameters. `Parameters` reports those that look like `filter`, so the library need not. */
export function othersIn(query: URLSearchParams): readonly string[] {
  return [...new Set(query.keys())].filter((name) => name !== "filter")
}

/**
 * Reads the parameters of a query. Unknown and repeated parameters are errors. A server that ignored them would answer
 * a different question.
 */
export class Parameters {
  readonly #query: URLSearchParams
  readonly #mistakes: Mistakes

  /** @param names the known parameters; the library reads `filter` */
  constructor(query: URLSearchParams, names: readonly string[], mistakes: Mistakes) {
    this.#query = query
    this.#mistakes = mistakes
    for (const name of new Set(query.keys())) {
      if (mistakes.areEnough) break
      if (!names.includes(name)) {
        const detail = `There is no parameter ${JSON.stringify(name.slice(0, 60))}`
        mistakes.report(
          { parameter: name.slice(0, 60) },
          "unknown-parameter",
          detail,
          names.length === 0 ? "this URL takes no parameters" : `use one of ${names.join(", ")}`,
        )
      } else if (name !== "filter" && query.getAll(name).length > 1) {
        mistakes.report({ parameter: name }, "duplicate-parameter", `${name} is given more than once`)
      }
    }
  }

  /** A positive integer. */
  count(name: string, fallback: number): number {
    const text = this.#query.get(name)
    if (text === null) return fallback
    if (/^0*[1-9]\d{0,8}$/.test(text)) return Number(text)
    return this.#reject(name, fallback, "a positive integer of at most 9 digits", text)
  }

  flag(name: string): boolean {
    const text = this.#query.get(name) ?? "false"
    return text === "true" || (text !== "false" && this.#reject(name, false, "true or false", text))
  }

  oneOf<const Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const text = this.#query.get(name)
    if (text === null) return fallback
    return (
      values.find((value) => value === text) ??
      this.#reject(name, fallback, `one of ${values.join(", ")}`, text)
    )
  }

  /** A comma-separated list of the values. */
  someOf<const Value extends string>(name: string, values: readonly Value[]): readonly Value[] {
    const words = (this.#query.get(name) ?? "").split(",").filter((word) => word !== "")
    return words.flatMap((word) => {
      if (this.#mistakes.areEnough) return []
      const known = values.find((value) => value === word)
      if (known === undefined) this.#reject(name, undefined, `any of ${values.join(", ")}`, word)
      return known ?? []
    })
  }

  #reject<Result>(parameter: string, fallback: Result, expected: string, text: string): Result {
    const actual = JSON.stringify(text.slice(0, 60))
    this.#mistakes.report({ parameter }, "invalid-value", `${parameter} expects ${expected}, not ${actual}`)
    return fallback
  }
}
