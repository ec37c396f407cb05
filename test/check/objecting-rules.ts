import { check } from "../../src/check/check.ts"
import type { AnyRule, Verdict } from "../../src/check/rule.ts"
import { rules } from "../../src/check/rules.ts"
import { groupByKind } from "../../src/check/rules-by-kind.ts"
import { defaultLimits, type ParseOptions, type Schema } from "../../src/index.ts"
import { parse } from "../../src/read/parse.ts"

/** The check rules that report a mistake in at least one of the texts. */
export function objectingRules(
  schema: Schema,
  texts: Iterable<readonly [text: string, options: ParseOptions | undefined]>,
): ReadonlySet<AnyRule> {
  const objecting = new Set<AnyRule>()
  const observed = rules.map((rule) => ({
    on: rule.on,
    check(node: never, context: never) {
      const verdict = (rule.check as (node: never, context: never) => Verdict)(node, context)
      if (verdict !== undefined) objecting.add(rule)
      return verdict
    },
  }))
  for (const [text, { emptyOr = "none", limits } = {}] of texts) {
    const tree = parse(text, defaultLimits)
    const { maxRelationConditions } = { ...defaultLimits, ...limits }
    const context = { schema, emptyOr, maxRelationConditions }
    if (tree !== undefined) check(tree, groupByKind(observed as readonly AnyRule[]), context)
  }
  return objecting
}
