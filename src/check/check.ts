import { hintText } from "../diagnostics/hint.ts"
import type { Reporter } from "../diagnostics/reporter.ts"
import { and, condition, type Filter, or } from "../filter/filter.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import { fieldOperatorOf, type Operator } from "../schema/operators.ts"
import { isRefusal, readOperand } from "../schema/value.ts"
import type {
  EntryNode,
  FieldNode,
  ListNode,
  LogicalNode,
  MisplacedNode,
  ObjectNode,
  OperatorNode,
  ScalarNode,
  SyntaxTree,
} from "../syntax/syntax-tree.ts"
import { allowedOperator } from "./allowed-operator.ts"
import { filterShape } from "./filter-object.ts"
import { knownField } from "./known-field.ts"
import { knownOperator } from "./known-operator.ts"
import { logicalShape } from "./logical-operands.ts"
import { itemShape, operandShape } from "./operand-shape.ts"
import { type CheckContext, called, type Objection } from "./rule.ts"
import { fieldShape } from "./single-value.ts"
import { uniqueNames } from "./unique-names.ts"

/**
 * Checks a tree against a schema, and makes the filter that it means.
 *
 * The rules go from the outside in, because each needs what the one before has made sure of: an
 * object's names are unique; a name is a field's; the field has a value or operators; an operator
 * exists, is one that the field takes, and has an operand of its shape; a value is one of the
 * field's type. The first rule that a node breaks speaks for it, and the others of its kind go on:
 * so every independent mistake is reported, and none because of another.
 *
 * @param reporter whom to tell of mistakes; without one, nobody is told and no more is found than that there are some
 * @returns the filter, or undefined when there is a mistake
 */
export function check(tree: SyntaxTree, context: CheckContext, reporter?: Reporter): Filter | undefined {
  const checker = new Checker(context, reporter)
  const filter = checker.filter(tree)
  return checker.isSatisfied ? filter : undefined
}

/** How many mistakes of one filter a suggestion is looked for. */
const MOST_SEARCHES = 25

class Checker {
  isSatisfied = true
  private searches = 0
  /** The way from the root to the node that is looked at. */
  private readonly path: (string | number)[] = []

  constructor(
    private readonly context: CheckContext,
    private readonly reporter: Reporter | undefined,
  ) {}

  filter(node: ObjectNode | MisplacedNode): Filter | undefined {
    if (node.kind === "misplaced") return this.report(filterShape(node))
    this.names(node.entries)
    const parts = node.entries.map((entry) => this.entry(entry))
    return areAll(parts) ? and(parts) : undefined
  }

  private entry(node: EntryNode): Filter | undefined {
    this.enter(node.name.text)
    const filter = node.kind === "logical" ? this.logical(node) : this.field(node)
    this.leave()
    return filter
  }

  private logical(node: LogicalNode): Filter | undefined {
    const objection = logicalShape(node, this.context)
    if (objection !== undefined) return this.report(objection)
    const operands = node.operands as readonly (ObjectNode | MisplacedNode)[]
    if (operands.length === 0 && node.name.text === "$or" && this.context.emptyOr === "all") return and([])
    const parts = operands.map((operand, index) => this.operand(operand, index))
    if (!areAll(parts)) return undefined
    return node.name.text === "$and" ? and(parts) : or(parts)
  }

  private operand(node: ObjectNode | MisplacedNode, index: number): Filter | undefined {
    this.enter(index)
    const filter = this.filter(node)
    this.leave()
    return filter
  }

  private field(node: FieldNode): Filter | undefined {
    const field = this.context.schema.fields.get(node.name.text)
    if (field === undefined) return this.report(knownField(node.name, this.context))
    const objection = fieldShape(node, field)
    if (objection !== undefined) return this.report(objection)
    const { value } = node
    if (value.kind !== "operators") {
      const notAllowed = allowedOperator("$eq", value.span, field)
      return notAllowed === undefined ? this.condition(field, "$eq", value) : this.report(notAllowed)
    }
    const first = value.operators[0]
    if (first !== undefined && value.operators.length === 1) return this.operator(first, field)
    this.names(value.operators)
    const parts = value.operators.map((operator) => this.operator(operator, field))
    return areAll(parts) ? and(parts) : undefined
  }

  private operator(node: OperatorNode, field: Field): Filter | undefined {
    this.enter(node.name.text)
    const filter = this.operation(node, field)
    this.leave()
    return filter
  }

  private operation({ name, operand }: OperatorNode, field: Field): Filter | undefined {
    const operator = fieldOperatorOf(name.text)
    if (operator === undefined) return this.report(knownOperator(name, field, this.context))
    const objection = allowedOperator(operator, name.span, field) ?? operandShape(operator, operand)
    return objection === undefined ? this.condition(field, operator, operand) : this.report(objection)
  }

  private condition(field: Field, operator: Operator, operand: OperatorNode["operand"]): Filter | undefined {
    switch (operand.kind) {
      case "misplaced":
        return undefined
      case "list":
        return this.list(field, operator, operand)
      default: {
        const value = this.value(field, operator, operand)
        return value === undefined ? undefined : condition(operator, field, [value])
      }
    }
  }

  private list(field: Field, operator: Operator, { items }: ListNode): Filter | undefined {
    const values = items.map((item, index) => this.item(field, operator, item, index))
    return areAll(values) ? condition(operator, field, values) : undefined
  }

  private item(
    field: Field,
    operator: Operator,
    node: ScalarNode | MisplacedNode,
    index: number,
  ): Value | null | undefined {
    this.enter(index)
    const value = node.kind === "misplaced" ? this.report(itemShape(node)) : this.value(field, operator, node)
    this.leave()
    return value
  }

  /** The value, which may be null; undefined when it was reported. */
  private value(field: Field, operator: Operator, node: ScalarNode): Value | null | undefined {
    const operand = readOperand(field, operator, node)
    if (!isRefusal(operand)) return operand
    const { code, message, hint } = operand
    return this.report({ code, message: `${called(field)} ${message}`, hint, span: node.span })
  }

  private names(nodes: readonly (EntryNode | OperatorNode)[]): void {
    for (const objection of uniqueNames(nodes)) this.report(objection)
  }

  private report({ code, message, span, hint, path: inner = [] }: Objection): undefined {
    this.isSatisfied = false
    if (this.reporter === undefined) return
    // Looking for names that are alike costs the size of the schema for each: not for every one of a thousand.
    const text = typeof hint === "function" && ++this.searches > MOST_SEARCHES ? undefined : hintText(hint)
    this.reporter.report(code, message, [...this.path, ...inner], span, text)
  }

  private enter(step: string | number): void {
    if (this.reporter !== undefined) this.path.push(step)
  }

  private leave(): void {
    if (this.reporter !== undefined) this.path.pop()
  }
}

/** Whether every part is there, none of them having been reported. */
function areAll<Part>(parts: (Part | undefined)[]): parts is Part[] {
  return !parts.includes(undefined)
}
