import type { Diagnostic } from "../../diagnostics/diagnostic.ts"
import { type ParseOptions, safeParseFilter } from "../../read/parse-filter.ts"
import type { Schema } from "../../schema/schema.ts"
import { applyEdits } from "../edit.ts"
import { candidateFixes } from "./candidate-fixes.ts"
import type { Fix, FixableDiagnostic } from "./fix.ts"
import { FixContext } from "./fix-context.ts"

/** How many UTF-16 units are read again to try fixes, so that a long text with many mistakes takes no longer. */
const MOST_READ = 100_000

/** The mistakes of a text, each with the fixes that were tried: they remove the mistake and add none. */
export function withFixes(
  schema: Schema,
  text: string,
  diagnostics: readonly Diagnostic[],
  options: ParseOptions | undefined,
): readonly FixableDiagnostic[] {
  const context = new FixContext(schema, text)
  let read = 0
  const isFix = (diagnostic: Diagnostic, { edits }: Fix): boolean => {
    read += text.length
    return read <= MOST_READ && corrects(schema, applyEdits(text, edits), diagnostic, diagnostics, options)
  }
  return diagnostics.map((diagnostic) => {
    if (read > MOST_READ) return { ...diagnostic, fixes: [] }
    const fix = candidateFixes(diagnostic, context).find((candidate) => isFix(diagnostic, candidate))
    return { ...diagnostic, fixes: fix === undefined ? [] : [fix] }
  })
}

/** Whether a text has no other mistakes than those before, without the one that was corrected. */
function corrects(
  schema: Schema,
  text: string,
  corrected: Diagnostic,
  before: readonly Diagnostic[],
  options: ParseOptions | undefined,
): boolean {
  const result = safeParseFilter(schema, text, options)
  const after = result.ok ? [] : result.error.diagnostics
  if (after.length >= before.length) return false
  const allowed = before.filter((diagnostic) => diagnostic !== corrected).map(keyOf)
  return after.every((diagnostic) => {
    const index = allowed.indexOf(keyOf(diagnostic))
    if (index !== -1) allowed.splice(index, 1)
    return index !== -1
  })
}

function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`
}
