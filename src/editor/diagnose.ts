import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { type ParseOptions, safeParseFilter } from "../read/parse-filter.ts"
import type { Schema } from "../schema/schema.ts"
import type { Edit } from "./edit.ts"
import { withFixes } from "./fixes/fixes.ts"

/** A change that corrects a mistake. */
export interface Fix {
  /** What it does, as in `Change to "state"`. */
  readonly title: string
  /** Edits that do not overlap. */
  readonly edits: readonly Edit[]
}

/** A mistake, and the changes that correct it. */
export type FixableDiagnostic = Diagnostic & {
  /** Each of them removes the mistake and adds none. Empty if it is not clear what the user means. */
  readonly fixes: readonly Fix[]
}

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
