import { check } from "../../src/check/check.ts"
import type { AnyRule } from "../../src/check/rule.ts"
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
      const verdict = rule.check(node, context)
      if (verdict !== undefined) objecting.add(rule)
      return verdict
    },
  }))
  for (const [text, { emptyOr = "none" } = {}] of texts) {
    const tree = parse(text, defaultLimits)
    if (tree !== undefined) check(tree, groupByKind(observed as readonly AnyRule[]), { schema, emptyOr })
  }
  return objecting
}
