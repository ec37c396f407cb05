import { diagnostic, type Mistake } from "../../diagnostics/diagnostic.ts"
import { FilterError } from "../../diagnostics/filter-error.ts"

/** @throws FilterError with the mistake, which `ModelReader.rule` reports at the path of the rule */
export function reject(mistake: Mistake): never {
  throw new FilterError([diagnostic(mistake, [])])
}
