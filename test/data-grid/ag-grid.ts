import { type AgGridFilterOptions, fromAgGridFilterModel } from "../../src/data-grid.ts"
import { FilterError } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { people } from "../conformance/people.ts"

/** The text of the filter that a model means, or each mistake as its path, code and hint. */
export function read(model: unknown, options?: AgGridFilterOptions): string | readonly string[] {
  try {
    return stringify(fromAgGridFilterModel(people, model, options))
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    return error.diagnostics.map(
      ({ path, code, message, hint }) => `${JSON.stringify(path)} ${code}: ${hint ?? message}`,
    )
  }
}
