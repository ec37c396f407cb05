import type { Diagnostic, DiagnosticCode, DiagnosticOf } from "../../diagnostics/diagnostic.ts"
import { duplicateFixes } from "./duplicate-fixes.ts"
import type { Fix } from "./fix.ts"
import type { FixContext } from "./fix-context.ts"
import type { Location } from "./location.ts"
import { nameFixes, operatorFixes } from "./name-fixes.ts"
import { syntaxFixes } from "./syntax-fixes.ts"
import { mismatchFixes, nullFixes, valueFixes, wholeFilterFixes } from "./value-fixes.ts"

type FindFixes<Code extends DiagnosticCode> = (
  location: Location,
  context: FixContext,
  diagnostic: DiagnosticOf<Code>,
) => readonly Fix[]

/** The changes that may correct a mistake in a member of a filter, by its code. */
const finders: { readonly [Code in Exclude<DiagnosticCode, "syntax">]: FindFixes<Code> } = {
  "duplicate-key": duplicateFixes,
  "unknown-field": nameFixes,
  "unknown-operator": operatorFixes,
  "unsupported-operator": operatorFixes,
  "operator-not-allowed": none,
  "type-mismatch": mismatchFixes,
  "invalid-value": valueFixes,
  "null-not-allowed": nullFixes,
  // The user may leave the field out, or mean records without a value.
  "empty-operators": none,
  "limit-exceeded": none,
  "missing-filter": none,
  "unknown-parameter": none,
  "invalid-encoding": none,
  "matches-everything": none,
  // A text has no rules of a form or a grid.
  "invalid-model": none,
  "incomplete-rule": none,
  untranslatable: none,
}

function none(): readonly Fix[] {
  return []
}

/** The changes that may correct a mistake. */
export function candidateFixes(diagnostic: Diagnostic, context: FixContext): readonly Fix[] {
  if (diagnostic.code === "syntax") return syntaxFixes(diagnostic, context)
  const location = context.locate(diagnostic.span)
  // What is in no member is the whole text.
  if (location === undefined) return wholeFilterFixes(context)
  return (finders[diagnostic.code] as FindFixes<DiagnosticCode>)(location, context, diagnostic)
}
