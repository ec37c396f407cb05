import { FilterError } from "desk-filter"
import { type ApiError, errorsOf, RequestError, type Source, titleOf } from "./errors.ts"

/** The maximum number of errors in a response. A body may contain thousands of unknown names, and each error is longer than a name. */
const MAX_REPORTED = 100

/** Collects the mistakes in a request, so that one response reports all of them. */
export class Mistakes {
  readonly #errors: ApiError[] = []

  /** Whether there are enough mistakes for a response. A loop over members or parameters can then stop. */
  get areEnough(): boolean {
    return this.#errors.length >= MAX_REPORTED
  }

  report(source: Source, code: string, detail: string, hint?: string): void {
    const title = titleOf(400)
    this.#errors.push({ code, title, detail, source: { ...source, ...(hint !== undefined && { hint }) } })
  }

  /**
   * Reads a filter or a value, and collects the errors of the library.
   *
   * @param placeholder the result if the read fails; `check` then throws before anyone uses it
   */
  read<Result>(source: Source, placeholder: Result, read: () => Result): Result {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof FilterError)) throw error
      this.#errors.push(...errorsOf(error, source))
      return placeholder
    }
  }

  /** @throws RequestError when there is a mistake, with at most a hundred of them */
  check(): void {
    if (this.#errors.length > 0) throw new RequestError(400, this.#errors.slice(0, MAX_REPORTED))
  }
}
