import { ConditionChecker, type Report } from "../check/condition-checker.ts"
import { conditionRules } from "../check/condition-rules.ts"
import type { CheckContext } from "../check/rule.ts"
import { groupByKind } from "../check/rules-by-kind.ts"
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts"
import { FilterError } from "../diagnostics/filter-error.ts"
import type { Condition } from "../filter/filter.ts"
import type { Operator } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import type { OperatorNode } from "../syntax/syntax-tree.ts"
import { inWords, kindOf } from "../text/value-kind.ts"
import { operandNode } from "./operand-node.ts"

const RULES = /* @__PURE__ */ groupByKind(conditionRules)

/**
 * Makes one condition. It builds the syntax tree of the field, operator and operand, and checks the
 * tree with the same rules as a parsed text.
 *
 * @throws FilterError if an argument cannot be part of a filter, or breaks a rule
 */
export function buildCondition<S extends Schema>(
  schema: S,
  operator: Operator,
  name: unknown,
  argument: unknown,
): Condition<S> {
  if (typeof name !== "string") {
    const found = kindOf(name)
    const message = `A field name must be a string, not ${inWords(found)}`
    throw new FilterError([
      diagnostic({ code: "unknown-field", message, params: { reason: "not-a-string", found } }, []),
    ])
  }
  const field = schema.fields.get(name)
  // The rules reject an unknown field before they look at its operand.
  const operand: OperatorNode["operand"] =
    field === undefined ? { kind: "null" } : operandNode(argument, field, [name, operator])
  const operation: OperatorNode = { kind: "operator", name: { text: operator }, operand }
  const mistakes: Diagnostic[] = []
  const report: Report["report"] = (mistake, path) => mistakes.push(diagnostic(mistake, path))
  const context: CheckContext = { schema, emptyOr: "none", maxRelationConditions: Infinity }
  const checker = new ConditionChecker(RULES, context, { report }, undefined)
  const condition = checker.condition({ text: name }, operation)
  if (condition === undefined) throw new FilterError(mistakes)
  return condition as Condition<S>
}
