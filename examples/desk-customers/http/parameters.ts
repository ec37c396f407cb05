import type { Mistakes } from "./mistakes.ts"

/** The query of a request, as it was sent: escaped, half escaped or raw. */
export function queryOf(url: string): URLSearchParams {
  const start = url.indexOf("?")
  return new URLSearchParams(start < 0 ? "" : url.slice(start + 1))
}

/** Reads the parameters of a query. What is misspelt or stands twice is a mistake: to ignore it would answer another question. */
export class Parameters {
  readonly #query: URLSearchParams
  readonly #mistakes: Mistakes

  /** @param names all that there are; `filter` is read by the library */
  constructor(query: URLSearchParams, names: readonly string[], mistakes: Mistakes) {
    this.#query = query
    this.#mistakes = mistakes
    for (const name of new Set(query.keys())) {
      if (!names.includes(name)) {
        const detail = `There is no parameter ${JSON.stringify(name.slice(0, 60))}`
        mistakes.report(
          { parameter: name.slice(0, 60) },
          "unknown-parameter",
          detail,
          `there are ${names.join(", ")}`,
        )
      } else if (name !== "filter" && query.getAll(name).length > 1) {
        mistakes.report({ parameter: name }, "duplicate-parameter", `${name} stands more than once`)
      }
    }
  }

  /** A whole number from 1. */
  count(name: string, absent: number): number {
    const text = this.#query.get(name)
    if (text === null) return absent
    if (/^0*[1-9]\d{0,8}$/.test(text)) return Number(text)
    return this.#refuse(name, absent, "a whole number from 1", text)
  }

  flag(name: string): boolean {
    const text = this.#query.get(name) ?? "false"
    return text === "true" || (text !== "false" && this.#refuse(name, false, "true or false", text))
  }

  oneOf<const Value extends string>(name: string, values: readonly Value[], absent: Value): Value {
    const text = this.#query.get(name)
    if (text === null) return absent
    return (
      values.find((value) => value === text) ??
      this.#refuse(name, absent, `one of ${values.join(", ")}`, text)
    )
  }

  /** Some of the values, with commas between them. */
  someOf<const Value extends string>(name: string, values: readonly Value[]): readonly Value[] {
    const words = (this.#query.get(name) ?? "").split(",").filter((word) => word !== "")
    return words.flatMap((word) => {
      const known = values.find((value) => value === word)
      if (known === undefined) this.#refuse(name, undefined, `some of ${values.join(", ")}`, word)
      return known ?? []
    })
  }

  #refuse<Result>(parameter: string, otherwise: Result, expected: string, text: string): Result {
    const written = JSON.stringify(text.slice(0, 60))
    this.#mistakes.report({ parameter }, "invalid-value", `${parameter} expects ${expected}, not ${written}`)
    return otherwise
  }
}
