import type { Objection, Verdict } from "./rule.ts"

/** The one objection of another rule, with a better hint. Undefined if there is no better hint. */
export function withHint(verdict: Verdict, hint: string | undefined): Verdict {
  return verdict && hint !== undefined ? { ...(verdict as Objection), hint } : undefined
}
