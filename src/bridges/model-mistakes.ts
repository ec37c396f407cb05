import type { Mistake } from "../diagnostics/diagnostic.ts"
import type { DiagnosticParams } from "../diagnostics/params.ts"
import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import { quote } from "../text/quote.ts"
import { inWords, kindOf } from "../text/value-kind.ts"

/** The mistake of a part of the model that has the wrong shape. */
export function notA(
  expected: DiagnosticParams["invalid-model"]["expected"],
  found: unknown,
): Mistake<"invalid-model"> {
  const kind = kindOf(found)
  return {
    code: "invalid-model",
    message: `This part of the model must be ${inWords(expected)}, not ${inWords(kind)}`,
    params: { expected, found: kind },
  }
}

/** The mistake of a rule that no filter means the same as. */
export function untranslatable(operator: string, reason: string): Mistake<"untranslatable"> {
  const found = quote(operator)
  return {
    code: "untranslatable",
    message: `No filter means exactly the same as the operator ${found} here`,
    params: { found },
    hint: reason,
  }
}

/** The part of a rule or a group that a user still has to write. */
export type MissingPart = DiagnosticParams["incomplete-rule"]["reason"]

const MISSING: Readonly<Record<MissingPart, readonly [message: string, hint: string]>> = {
  rules: ["The group has no rules", "add a rule, or remove the group"],
  field: ["The rule has no field", "choose a field, or remove the rule"],
  operator: ["The rule has no operator", "choose an operator, or remove the rule"],
  value: ["The rule has no value", "write a value, or remove the rule"],
}

/** The mistake of a rule or a group that is not complete. */
export function incomplete(missing: MissingPart): Mistake<"incomplete-rule"> {
  const [message, hint] = MISSING[missing]
  return { code: "incomplete-rule", message, params: { reason: missing }, hint }
}

/** The mistake of an operator that the other program does not have. */
export function unknownOperator(name: string, known: Iterable<string>): Mistake<"unknown-operator"> {
  const found = quote(name)
  const suggestions = suggest(name, known)
  return {
    code: "unknown-operator",
    message: `There is no operator ${found}`,
    params: { reason: "unknown", found, suggestions },
    hint: didYouMean(suggestions),
  }
}
