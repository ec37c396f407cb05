import { type Filter, FilterError } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"

/** The text of the filter that a translation makes, or what its mistakes say. */
export function outcomeOf(translate: () => Filter): unknown {
  try {
    return stringify(translate())
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    return error.diagnostics.map(({ code, path, message, hint }) => [
      code,
      path,
      hint === undefined ? message : `${message}; ${hint}`,
    ])
  }
}
