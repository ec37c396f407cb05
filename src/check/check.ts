import type { Reporter } from "../diagnostics/reporter.ts"
import { and, condition, type Filter, or, within } from "../filter/filter.ts"
import type { Field } from "../schema/field.ts"
import { type FieldType, isInvalidOperand, type Reading, type Value } from "../schema/field-type.ts"
import {
  fieldOperatorOf,
  IMPLICIT_OPERATOR,
  type ListOperator,
  type LogicalOperator,
  type Operator,
  type ScalarOperator,
} from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { fieldTypes } from "../schema/types/index.ts"
import type { Span } from "../syntax/span.ts"
import {
  type EntryNode,
  type FieldNode,
  type GapNode,
  isFilters,
  type ListNode,
  type LogicalNode,
  type MisplacedNode,
  type ObjectNode,
  type OperatorNode,
  type OperatorsNode,
  type ScalarNode,
  type SyntaxTree,
} from "../syntax/syntax-tree.ts"
import type { AnyRule, CheckContext, NodeKind, OperatorContext, Rule, Verdict } from "./rule.ts"

/**
 * Checks a tree against a schema, and makes the filter that it means. The check walks the tree,
 * resolves names and values, and applies the rules of the list; it contains no rule itself.
 *
 * Gaps in the tree are passed over: what made them was reported. Such a tree has no filter.
 *
 * An objection ends the check of its node and of everything below it. The exception is a duplicate name: the
 * members of the object are still checked. So every independent mistake is reported, and no mistake causes a second report.
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
  reporter?: Pick<Reporter, "report">,
  filterRules: readonly Rule<"filter">[] = [],
): Filter | undefined {
  return new Walker(rules, context.schema, context.emptyOr, reporter, tree.span).root(tree, filterRules)
}

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

/** Walks one tree. The walker is itself the context of the rules. It sets each property before it calls a rule that reads it. */
class Walker implements OperatorContext {
  field = undefined as unknown as Field
  operator = undefined as unknown as Operator
  reading = undefined as unknown as Reading
  /** The type of the current field. Looking it up for each value would slow down long lists. */
  private type = undefined as unknown as FieldType
  private isSatisfied = true
  /** The steps from the root to the current node. */
  private readonly path: (string | number)[] = []

  constructor(
    private readonly ask: RulesByKind,
    readonly schema: Schema,
    readonly emptyOr: CheckContext["emptyOr"],
    private readonly reporter: Pick<Reporter, "report"> | undefined,
    private readonly wholeText: Span | undefined,
  ) {}

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

  private visitField({ name, value }: FieldNode): Filter | undefined {
    const field = this.schema.fields.get(name.text)
    this.field = field as Field
    if (!this.keeps(this.ask.fieldName?.(name, this)) || field === undefined) return undefined
    this.type = fieldTypes[field.type]
    switch (value.kind) {
      case "gap":
        return this.report()
      case "misplaced":
        return this.report(this.ask.misplacedValue?.(value, this))
      case "operators":
        return this.visitOperators(value, field)
      default:
        this.operator = IMPLICIT_OPERATOR
        if (!this.keeps(this.ask.operator?.(value, this))) return undefined
        return this.visitScalar(field, IMPLICIT_OPERATOR, value)
    }
  }

  private visitOperators(node: OperatorsNode, field: Field): Filter | undefined {
    if (!this.keeps(this.ask.operators?.(node, this))) return undefined
    const { operators } = node
    const first = operators[0]
    if (first !== undefined && operators.length === 1) return this.visitOperator(first, field)
    this.keeps(this.ask.members?.(operators, this))
    const parts = operators.map((operator) => this.visitOperator(operator, field))
    return this.isComplete(parts) ? and(parts) : undefined
  }

  private visitOperator(node: OperatorNode | GapNode, field: Field): Filter | undefined {
    if (node.kind === "gap") return this.report()
    this.enter(node.name.text)
    const filter = this.visitOperation(node, field)
    this.leave()
    return filter
  }

  private visitOperation({ name, operand }: OperatorNode, field: Field): Filter | undefined {
    const operator = fieldOperatorOf(name.text)
    this.operator = operator as Operator
    if (!this.keeps(this.ask.operatorName?.(name, this)) || operator === undefined) return undefined
    if (!this.keeps(this.ask.operator?.(name, this))) return undefined
    if (operand.kind === "gap") return this.report()
    if (!this.keeps(this.ask.operand?.(operand, this)) || operand.kind === "misplaced") return undefined
    // The rules have rejected an operand of the wrong form.
    return operand.kind === "list"
      ? this.visitList(field, operator as ListOperator, operand)
      : this.visitScalar(field, operator as ScalarOperator, operand)
  }

  private visitScalar(field: Field, operator: ScalarOperator, node: ScalarNode): Filter | undefined {
    const value = this.visitValue(field, node)
    return value === undefined ? undefined : condition(operator, field, value)
  }

  private visitList(field: Field, operator: ListOperator, node: ListNode): Filter | undefined {
    this.keeps(this.ask.list?.(node, this))
    const values = node.items.map((item, index) => this.visitItem(field, item, index))
    return this.isComplete(values) ? within(operator, field, values) : undefined
  }

  private visitItem(field: Field, node: ListNode["items"][number], index: number): Value | null | undefined {
    if (node.kind === "gap") return this.report()
    this.enter(index)
    const value =
      node.kind === "misplaced"
        ? this.report(this.ask.misplacedItem?.(node, this))
        : this.visitValue(field, node)
    this.leave()
    return value
  }

  /** The value, which may be null; undefined if a mistake in it was reported. */
  private visitValue(field: Field, node: ScalarNode): Value | null | undefined {
    if (node.kind === "null") return this.keeps(this.ask.null?.(node, this)) ? null : undefined
    const reading = this.type.read(node, field)
    this.reading = reading
    if (!this.keeps(this.ask.value?.(node, this)) || isInvalidOperand(reading)) return undefined
    return reading
  }

  /** Whether every part was made. A part with a mistake or a gap is undefined, and then there is no filter at all. */
  private isComplete<Part>(_parts: readonly (Part | undefined)[]): _parts is Part[] {
    return this.isSatisfied
  }

  /** Reports the objections of the rules, if there are any. Returns whether there were none. */
  private keeps(verdict: Verdict): boolean {
    if (verdict !== undefined) this.report(verdict)
    return verdict === undefined
  }

  private report(objections: Verdict = []): undefined {
    this.isSatisfied = false
    const { reporter } = this
    if (reporter === undefined) return
    for (const { code, message, span, hint, path = [] } of [objections].flat())
      reporter.report(code, message, [...this.path, ...path], span ?? this.wholeText, hint)
  }

  private enter(step: string | number): void {
    if (this.reporter !== undefined) this.path.push(step)
  }

  private leave(): void {
    if (this.reporter !== undefined) this.path.pop()
  }
}
