import type { AnyRule, NodeKind, Rule } from "./rule.ts"

type Check<K extends NodeKind> = Rule<K>["check"]

/** The rules of a list, combined into one function for each kind of node. A kind without rules has no function. */
export type RulesByKind = { readonly [K in NodeKind]?: Check<K> }

/** Groups the rules of a list by kind of node. Call it once for a list: the check of a node then skips the rules for other kinds. */
export function groupByKind(rules: readonly AnyRule[]): RulesByKind {
  const grouped: { [K in NodeKind]?: Check<NodeKind> } = {}
  for (const rule of rules) {
    const check = rule.check as Check<NodeKind>
    const earlier = grouped[rule.on]
    grouped[rule.on] = earlier ? (node, context) => earlier(node, context) ?? check(node, context) : check
  }
  return grouped as RulesByKind
}
