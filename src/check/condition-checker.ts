import type { Reporter } from "../diagnostics/reporter.ts"
import { condition, type Filter, within } from "../filter/filter.ts"
import type { Field } from "../schema/field.ts"
import { type FieldType, isInvalidOperand, type Reading, type Value } from "../schema/field-type.ts"
import {
  fieldOperatorOf,
  type ListOperator,
  type Operator,
  type ScalarOperator,
} from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { fieldTypes } from "../schema/types/index.ts"
import type { Span } from "../syntax/span.ts"
import type {
  FieldNode,
  GapNode,
  ListNode,
  NameNode,
  OperatorNode,
  OperatorsNode,
  ScalarNode,
} from "../syntax/syntax-tree.ts"
import type {
  CheckContext,
  OperatorContext,
  OperatorNameContext,
  RelatedConditionContext,
  Verdict,
} from "./rule.ts"
import type { RulesByKind } from "./rules-by-kind.ts"

/** Receives the mistakes of a check. */
export type Report = Pick<Reporter, "report">

/**
 * Checks the conditions on a field, and makes the filters that they mean. The checker is itself the context of the
 * rules. It sets each property before it calls a rule that reads it.
 */
export class ConditionChecker implements OperatorContext, OperatorNameContext, RelatedConditionContext {
  field = undefined as unknown as Field
  operator = undefined as unknown as Operator
  reading = undefined as unknown as Reading
  siblings = undefined as unknown as OperatorsNode
  relatedConditions = 0
  readonly schema: Schema
  readonly emptyOr: CheckContext["emptyOr"]
  readonly maxRelationConditions: number
  /** The type of the current field. Looking it up for each value would slow down long lists. */
  private type = undefined as unknown as FieldType
  protected isSatisfied = true
  /** The steps from the root to the current node. */
  private readonly path: (string | number)[] = []

  constructor(
    protected readonly ask: RulesByKind,
    { schema, emptyOr, maxRelationConditions }: CheckContext,
    private readonly reporter: Report | undefined,
    private readonly wholeText: Span | undefined,
  ) {
    this.schema = schema
    this.emptyOr = emptyOr
    this.maxRelationConditions = maxRelationConditions
  }

  /** Checks one operator of a field, with both names. */
  condition(name: NameNode, operator: OperatorNode): Filter | undefined {
    this.enter(name.text)
    const field = this.fieldOf({ kind: "field", name, value: { kind: "operators", operators: [operator] } })
    const filter = field && this.visitOperator(operator, field)
    this.leave()
    return filter
  }

  /** The field that a member names. Undefined if the rules object to the name. */
  protected fieldOf(node: FieldNode): Field | undefined {
    const field = this.schema.fields.get(node.name.text)
    this.field = field as Field
    if (!this.keeps(this.ask.fieldName?.(node, this)) || field === undefined) return undefined
    this.type = fieldTypes[field.type]
    return field
  }

  protected visitOperator(node: OperatorNode | GapNode, field: Field): Filter | undefined {
    if (node.kind === "gap") return this.report()
    this.enter(node.name.text)
    const filter = this.visitOperation(node, field)
    this.leave()
    return filter
  }

  private visitOperation(node: OperatorNode, field: Field): Filter | undefined {
    const { name, operand } = node
    const operator = fieldOperatorOf(name.text)
    this.operator = operator as Operator
    this.countRelated(name, field)
    if (!this.keeps(this.ask.operatorName?.(node, this)) || operator === undefined) return undefined
    if (!this.keeps(this.ask.operator?.(name, this))) return undefined
    if (operand.kind === "gap") return this.report()
    if (!this.keeps(this.ask.operand?.(operand, this)) || operand.kind === "misplaced") return undefined
    // The rules have rejected an operand of the wrong form.
    return operand.kind === "list"
      ? this.visitList(field, operator as ListOperator, operand)
      : this.visitScalar(field, operator as ScalarOperator, operand)
  }

  /** Counts the condition if it is on a relation to many. Its own check goes on, whatever the rules say. */
  protected countRelated(node: NameNode | ScalarNode, { relation }: Field): void {
    if (relation?.cardinality !== "many") return
    this.relatedConditions++
    this.keeps(this.ask.relatedCondition?.(node, this))
  }

  protected visitScalar(field: Field, operator: ScalarOperator, node: ScalarNode): Filter | undefined {
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
  protected isComplete<Part>(_parts: readonly (Part | undefined)[]): _parts is Part[] {
    return this.isSatisfied
  }

  /** Reports the objections of the rules, if there are any. Returns whether there were none. */
  protected keeps(verdict: Verdict): boolean {
    if (verdict !== undefined) this.report(verdict)
    return verdict === undefined
  }

  protected report(objections: Verdict = []): undefined {
    this.isSatisfied = false
    const { reporter } = this
    if (reporter === undefined) return
    for (const objection of [objections].flat())
      reporter.report(objection, [...this.path, ...(objection.path ?? [])], objection.span ?? this.wholeText)
  }

  protected enter(step: string | number): void {
    if (this.reporter !== undefined) this.path.push(step)
  }

  protected leave(): void {
    if (this.reporter !== undefined) this.path.pop()
  }
}
