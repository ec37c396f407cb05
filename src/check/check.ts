import type { Path } from "../diagnostics/diagnostic.ts"
import { hintText } from "../diagnostics/hint.ts"
import type { Reporter } from "../diagnostics/reporter.ts"
import { and, condition, type Filter, or } from "../filter.ts"
import { isFieldOperator, type Operator } from "../operators.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import { readOperand } from "../schema/value.ts"
import type {
  EntryNode,
  FieldNode,
  LogicalNode,
  MisplacedNode,
  ObjectNode,
  OperatorNode,
  ScalarNode,
  SyntaxTree,
} from "../syntax-tree.ts"
import { allowedOperator } from "./allowed-operator.ts"
import { type CheckContext, called, type Objection } from "./context.ts"
import { fieldShape } from "./field-shape.ts"
import { filterShape } from "./filter-shape.ts"
import { knownField } from "./known-field.ts"
import { knownOperator } from "./known-operator.ts"
import { logicalShape } from "./logical-shape.ts"
import { itemShape, operandShape } from "./operand-shape.ts"
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
 * @returns the filter, or undefined when something was reported
 */
export function check(tree: SyntaxTree, context: CheckContext, reporter: Reporter): Filter | undefined {
  return new Checker(context, reporter).filter(tree, [])
}

/** How many mistakes of one filter a suggestion is looked for. */
const MOST_SEARCHES = 25

class Checker {
  private searches = 0

  constructor(
    private readonly context: CheckContext,
    private readonly reporter: Reporter,
  ) {}

  filter(node: ObjectNode | MisplacedNode, path: Path): Filter | undefined {
    if (node.kind === "misplaced") return this.report(filterShape(node), path)
    this.names(node.entries, path)
    return joined(
      node.entries.map((entry) => this.entry(entry, [...path, entry.name.text])),
      and,
    )
  }

  private entry(node: EntryNode, path: Path): Filter | undefined {
    return node.kind === "logical" ? this.logical(node, path) : this.field(node, path)
  }

  private logical(node: LogicalNode, path: Path): Filter | undefined {
    const objection = logicalShape(node, this.context)
    if (objection !== undefined) return this.report(objection, path)
    const operands = node.operands as readonly (ObjectNode | MisplacedNode)[]
    if (operands.length === 0 && node.name.text === "$or" && this.context.emptyOr === "all") return and([])
    return joined(
      operands.map((operand, index) => this.filter(operand, [...path, index])),
      node.name.text === "$and" ? and : or,
    )
  }

  private field(node: FieldNode, path: Path): Filter | undefined {
    const field = this.context.schema.fields.get(node.name.text)
    if (field === undefined) return this.report(knownField(node.name, this.context), path)
    const objection = fieldShape(node, field)
    if (objection !== undefined) return this.report(objection, path)
    const { value } = node
    if (value.kind !== "operators") {
      const notAllowed = allowedOperator("$eq", value.span, field)
      return notAllowed === undefined
        ? this.condition(field, "$eq", value, path)
        : this.report(notAllowed, path)
    }
    this.names(value.operators, path)
    return joined(
      value.operators.map((operator) => this.operator(operator, field, [...path, operator.name.text])),
      and,
    )
  }

  private operator(node: OperatorNode, field: Field, path: Path): Filter | undefined {
    const { text, span } = node.name
    if (!isFieldOperator(text)) return this.report(knownOperator(node, field, this.context), path)
    const objection = allowedOperator(text, span, field) ?? operandShape(text, node.operand)
    return objection === undefined
      ? this.condition(field, text, node.operand, path)
      : this.report(objection, path)
  }

  private condition(
    field: Field,
    operator: Operator,
    operand: OperatorNode["operand"],
    path: Path,
  ): Filter | undefined {
    if (operand.kind === "misplaced") return undefined
    if (operand.kind === "list") {
      const values = operand.items.map((item, index) =>
        item.kind === "misplaced"
          ? this.report(itemShape(item), [...path, index])
          : this.value(field, operator, item, [...path, index]),
      )
      return values.every(isPresent) ? condition(operator, field, values) : undefined
    }
    const value = this.value(field, operator, operand, path)
    return value === undefined ? undefined : condition(operator, field, [value])
  }

  /** The value, which may be null; undefined when it was reported. */
  private value(field: Field, operator: Operator, node: ScalarNode, path: Path): Value | null | undefined {
    const operand = readOperand(field, operator, node)
    if (operand.ok) return operand.value
    const { code, message, hint } = operand.refusal
    return this.report({ code, message: `${called(field)} ${message}`, hint, span: node.span }, path)
  }

  private names(nodes: readonly (EntryNode | OperatorNode)[], path: Path): void {
    for (const objection of uniqueNames(nodes.map(({ name }) => name))) this.report(objection, path)
  }

  private report({ code, message, span, hint, path: inner = [] }: Objection, path: Path): undefined {
    // Looking for names that are alike costs the size of the schema for each: not for every one of a thousand.
    const text = typeof hint === "function" && ++this.searches > MOST_SEARCHES ? undefined : hintText(hint)
    this.reporter.report(code, message, [...path, ...inner], span, text)
  }
}

/** The parts joined, unless one of them was reported. */
function joined(
  parts: readonly (Filter | undefined)[],
  join: (operands: readonly Filter[]) => Filter,
): Filter | undefined {
  return parts.every(isPresent) ? join(parts) : undefined
}

function isPresent<Part>(part: Part | undefined): part is Part {
  return part !== undefined
}
