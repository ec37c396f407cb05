import type { Mistake } from "../../diagnostics/diagnostic.ts"
import type { Field } from "../../schema/field.ts"
import type { Operator } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import type { OperatorNode } from "../../syntax/syntax-tree.ts"
import { ConditionChecker } from "../condition-checker.ts"
import { conditionRules } from "../condition-rules.ts"
import type { CheckContext } from "../rule.ts"
import { groupByKind } from "../rules-by-kind.ts"
import type { Translation } from "./translation.ts"

const RULES = /* @__PURE__ */ groupByKind(conditionRules)

/** A condition, checked as every other one. A hint never shows a filter that the checker would object to. */
export function conditionOn(
  schema: Schema,
  { name }: Field,
  operator: Operator,
  operand: OperatorNode["operand"],
): Translation {
  let objection = ""
  const report = ({ message }: Mistake) => {
    objection ||= message
  }
  const context: CheckContext = { schema, emptyOr: "none", maxRelationConditions: Infinity }
  const checker = new ConditionChecker(RULES, context, { report }, undefined)
  const filter = checker.condition({ text: name }, { kind: "operator", name: { text: operator }, operand })
  return filter ?? objection.replace(/^[A-Z]/, (letter) => letter.toLowerCase())
}
