import { and, type Filter, or } from "../filter/filter.ts"
import type { Field } from "../schema/field.ts"
import { IMPLICIT_OPERATOR, type LogicalOperator } from "../schema/operators.ts"
import {
  type EntryNode,
  type FieldNode,
  type GapNode,
  isFilters,
  type LogicalNode,
  type MisplacedNode,
  type ObjectNode,
  type OperatorsNode,
  type SyntaxTree,
} from "../syntax/syntax-tree.ts"
import { ConditionChecker, type Report } from "./condition-checker.ts"
import type { CheckContext, Rule } from "./rule.ts"
import type { RulesByKind } from "./rules-by-kind.ts"

/**
 * Checks a tree against a schema, and makes the filter that it means. The check walks the tree,
 * resolves names and values, and applies the rules of the list; it contains no rule itself.
 *
 * Gaps in the tree are passed over: what made them was reported. Such a tree has no filter.
 *
 * An objection ends the check of its node and of everything below it. The exceptions are a duplicate name, after which the
 * members of the object are still checked, and a condition on a relation above the limit. So every independent mistake is reported, and no mistake causes a second report.
 *
 * @param rules the list of rules, grouped by kind of node
 * @param reporter receives the mistakes; without one, the check only finds out whether there are any
 * @param filterRules rules on the filter itself; they apply only if the tree breaks no other rule
 * @returns the filter, or undefined if there is a mistake
 */
export function check(
  tree: SyntaxTree,
  rules: RulesByKind,
  context: CheckContext,
  reporter?: Report,
  filterRules: readonly Rule<"filter">[] = [],
): Filter | undefined {
  return new FilterChecker(rules, context, reporter, tree.span).root(tree, filterRules)
}

/** Walks one tree. */
class FilterChecker extends ConditionChecker {
  root(tree: SyntaxTree, filterRules: readonly Rule<"filter">[]): Filter | undefined {
    const filter = this.visitFilter(tree)
    if (filter === undefined) return undefined
    for (const rule of filterRules) this.keeps(rule.check(filter, this))
    return this.isSatisfied ? filter : undefined
  }

  private visitFilter(node: ObjectNode | MisplacedNode | GapNode): Filter | undefined {
    if (node.kind === "gap") return this.report()
    if (node.kind === "misplaced") return this.report(this.ask.misplacedFilter?.(node, this))
    this.keeps(this.ask.members?.(node.entries, this))
    const parts = node.entries.map((entry) => this.visitEntry(entry))
    return this.isComplete(parts) ? and(parts) : undefined
  }

  private visitEntry(node: EntryNode): Filter | undefined {
    if (node.kind === "gap") return this.report()
    this.enter(node.name.text)
    const filter = node.kind === "logical" ? this.visitLogical(node) : this.visitField(node)
    this.leave()
    return filter
  }

  private visitLogical(node: LogicalNode): Filter | undefined {
    const { operands } = node
    if (!this.keeps(this.ask.logical?.(node, this))) return undefined
    if (!isFilters(operands)) return this.report()
    const parts = operands.map((operand, index) => this.visitOperand(operand, index))
    if (!this.isComplete(parts)) return undefined
    // The grammar admits no other name than these two.
    const isOr = node.name.text === ("$or" satisfies LogicalOperator)
    return isOr && (parts.length > 0 || this.emptyOr !== "all") ? or(parts) : and(parts)
  }

  private visitOperand(node: ObjectNode | MisplacedNode | GapNode, index: number): Filter | undefined {
    this.enter(index)
    const filter = this.visitFilter(node)
    this.leave()
    return filter
  }

  private visitField(node: FieldNode): Filter | undefined {
    const { value } = node
    const field = this.fieldOf(node)
    if (field === undefined) return undefined
    switch (value.kind) {
      case "gap":
        return this.report()
      case "misplaced":
        return this.report(this.ask.misplacedValue?.(value, this))
      case "operators":
        return this.visitOperators(value, field)
      default:
        this.operator = IMPLICIT_OPERATOR
        this.countRelated(value, field)
        if (!this.keeps(this.ask.operator?.(value, this))) return undefined
        return this.visitScalar(field, IMPLICIT_OPERATOR, value)
    }
  }

  private visitOperators(node: OperatorsNode, field: Field): Filter | undefined {
    if (!this.keeps(this.ask.operators?.(node, this))) return undefined
    this.siblings = node
    const { operators } = node
    const first = operators[0]
    if (first !== undefined && operators.length === 1) return this.visitOperator(first, field)
    this.keeps(this.ask.members?.(operators, this))
    const parts = operators.map((operator) => this.visitOperator(operator, field))
    return this.isComplete(parts) ? and(parts) : undefined
  }
}
