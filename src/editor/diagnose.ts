import { type ParseOptions, safeParseFilter } from "../read/parse-filter.ts"
import type { Schema } from "../schema/schema.ts"
import type { FixableDiagnostic } from "./fixes/fix.ts"
import { withFixes } from "./fixes/fixes.ts"

/**
 * Finds all mistakes of a text, as `safeParseFilter` does, with the changes that correct them.
 *
 * @param schema the fields that the filter may use
 * @param text the text of a filter
 * @param options how the text is parsed: as your server parses it
 * @returns the mistakes in the order of the text; none if the text is a filter
 * @throws TypeError and RangeError as `parseFilter` does, for mistakes of the program
 *
 * @example
 * ```ts
 * const text = '{"stat":"active"}'
 * const [mistake] = diagnose(customers, text)
 * const [fix] = mistake?.fixes ?? []
 * fix?.title // 'Change to "state"'
 * fix && applyEdits(text, fix.edits) // '{"state":"active"}'
 * ```
 */
export function diagnose(schema: Schema, text: string, options?: ParseOptions): readonly FixableDiagnostic[] {
  const result = safeParseFilter(schema, text, options)
  return result.ok ? [] : withFixes(schema, text, result.error.diagnostics, options)
}
