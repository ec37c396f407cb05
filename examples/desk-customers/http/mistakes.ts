import { FilterError } from "desk-filter"
import { type ApiError, errorsOf, RequestError, type Source, titleOf } from "./errors.ts"

/** So many mistakes are answered: a body may hold thousands of names, and an answer is longer than a name. */
const MAX_ANSWERED = 100

/** Gathers what is wrong with a request, so that all of it is answered at once. */
export class Mistakes {
  readonly #errors: ApiError[] = []

  report(source: Source, code: string, detail: string, hint?: string): void {
    const title = titleOf(400)
    this.#errors.push({ code, title, detail, source: { ...source, ...(hint !== undefined && { hint }) } })
  }

  /**
   * Reads what the library checks: a filter, or a value.
   *
   * @param otherwise what is returned where the read fails; `check` sees to it that nobody uses it
   */
  read<Result>(source: Source, otherwise: Result, read: () => Result): Result {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof FilterError)) throw error
      this.#errors.push(...errorsOf(error, source))
      return otherwise
    }
  }

  /** @throws RequestError with every mistake, if there is one */
  check(): void {
    if (this.#errors.length > 0) throw new RequestError(400, this.#errors.slice(0, MAX_ANSWERED))
  }
}
