import { write } from "../../backends/query-string/write.ts"
import { frameOf, printable } from "../../diagnostics/frame.ts"
import type { Filter } from "../../filter/filter.ts"
import type { Schema } from "../../schema/schema.ts"
import type { Explanation } from "./explain.ts"

/**
 * Formats the reasons of an explanation: each with the filter as `stringify` writes it, and carets under the condition.
 *
 * @param filter the filter that was explained
 * @param explanation what `explain` returned for it
 * @returns lines for a person to read, without a line break at the end
 * @throws TypeError if the filter is not a checked filter
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active"}')
 * formatExplanation(filter, explain(filter, { state: "deleted" }))
 * // 'state is "deleted", not "active"\n1 | {"state":"active"}\n  |  ^^^^^^^^^^^^^^^^'
 * ```
 */
export function formatExplanation<S extends Schema>(filter: Filter<S>, explanation: Explanation<S>): string {
  const { matches, reasons } = explanation
  const text = write(filter, false)
  if (reasons.length === 0) return matches ? "any record matches" : "no record matches"
  return reasons
    .map((reason) => {
      const frame = frameOf(text, { ...reason.span, line: 1, column: reason.span.start + 1 })
      return `${printable(reason.text)}\n${frame}`
    })
    .join("\n\n")
}
