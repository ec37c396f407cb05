import { type Diagnostic, type Filter, FilterError, type Schema } from "desk-filter"
import { fromRuleGroup, toRuleGroup } from "desk-filter/react-querybuilder"
import type { RuleGroupType, RuleType } from "react-querybuilder"

/** The filter of the rules, or what keeps them from being one. */
export type Built =
  | { readonly ok: true; readonly filter: Filter }
  | { readonly ok: false; readonly missing: readonly string[] }

/** Large filters may be edited too. */
const limits = { maxDepth: 256, maxLength: 1_000_000, maxNodes: 10_000 }

/*
 * fromRuleGroup refuses a query without rules: in a form, nobody has written it yet. In this page, the text beside it
 * says what it means. So the group of the whole query may be empty: if all rules must match, it means every record, and
 * if some must, none. toRuleGroup and fromRuleGroup have a rule for each, with the combinator in place of the field.
 */

/** Shows a filter as a query. */
export function toQuery(filter: Filter): RuleGroupType {
  const query: RuleGroupType = toRuleGroup(filter)
  const [rule] = query.rules
  if (rule === undefined || "rules" in rule) return query
  if (rule.field === "$and") return { combinator: "and", rules: [] }
  return rule.field === "$or" ? { combinator: "or", rules: [] } : query
}

/** Makes a filter of a query. */
export function fromQuery(schema: Schema, query: RuleGroupType): Built {
  const group =
    query.rules.length > 0
      ? query
      : { combinator: "and", rules: [{ field: `$${query.combinator}`, operator: "in", value: [] }] }
  try {
    return { ok: true, filter: fromRuleGroup(schema, group, { incomplete: "error", limits }) as Filter }
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    return { ok: false, missing: error.diagnostics.map((diagnostic) => sentence(query, diagnostic)) }
  }
}

/** What is wrong with a rule, after the name of its field. */
function sentence(query: RuleGroupType, { path, message, hint }: Diagnostic): string {
  const field = fieldAt(query, path)
  const words = hint === undefined ? message : `${message}: ${hint}`
  return field === undefined ? words : `${field}: ${words}`
}

/** The field of the rule that the path of a diagnostic leads to. Undefined if it leads to a group. */
function fieldAt(query: RuleGroupType, path: Diagnostic["path"]): string | undefined {
  let part: RuleGroupType | RuleType | undefined = query
  for (const index of path)
    if (typeof index === "number") part = part && "rules" in part ? part.rules[index] : undefined
  return part && "field" in part ? part.field : undefined
}
