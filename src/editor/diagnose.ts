import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { type ParseOptions, safeParseFilter } from "../read/parse-filter.ts"
import type { Schema } from "../schema/schema.ts"
import type { Edit } from "./edit.ts"

/** A change that corrects a mistake. */
export interface Fix {
  /** What it does, as in `Change to "state"`. */
  readonly title: string
  /** Edits that do not overlap. */
  readonly edits: readonly Edit[]
}

/** A mistake, and the changes that correct it. */
export type FixableDiagnostic = Diagnostic & { readonly fixes: readonly Fix[] }

/** Stub. */
export function diagnose(schema: Schema, text: string, options?: ParseOptions): readonly FixableDiagnostic[] {
  const result = safeParseFilter(schema, text, options)
  return result.ok ? [] : result.error.diagnostics.map((diagnostic) => ({ ...diagnostic, fixes: [] }))
}
