import type { Field } from "../../schema/field.ts"
import type { FieldType } from "../../schema/field-type.ts"
import type { Operator } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import { fieldTypes } from "../../schema/types/index.ts"
import type { Literal } from "../../syntax/literal.ts"
import type { OperatorNode } from "../../syntax/syntax-tree.ts"
import { itemsOf, scalarOf, type ValueNode } from "../../syntax/value-node.ts"
import { conditionOn } from "./condition.ts"
import { literalOf } from "./literal-of.ts"
import type { Translation } from "./translation.ts"
import { unwrapped } from "./unwrapped.ts"

const NULL: Literal = { kind: "null" }

/** Makes conditions on one field. */
export class OnField {
  constructor(
    readonly schema: Schema,
    readonly field: Field,
  ) {}

  /** Whether a condition asks for ANY related record. */
  get isMany(): boolean {
    return this.field.relation?.cardinality === "many"
  }

  /** The condition with this operand, whatever the grammar took the operand for. */
  test(operator: Operator, operand: ValueNode): Translation {
    return conditionOn(this.schema, this.field, operator, this.operandOf(operand))
  }

  testText(operator: Operator, value: string): Translation {
    return this.test(operator, { kind: "string", value })
  }

  testNull(operator: "$eq" | "$ne"): Translation {
    return this.test(operator, NULL)
  }

  /** The record has a value here; on a relation to many, some related record has one. */
  hasValue(): Translation {
    const { name, nullable, operators, type } = this.field
    if (!this.isMany) return nullable ? this.testNull("$ne") : `field ${name} always has a value`
    const { least }: FieldType = fieldTypes[type]
    if (operators.includes("$contains")) return this.testText("$contains", "")
    return least === undefined
      ? "no operator tests whether some related record has a value here"
      : this.test("$gte", literalOf(least))
  }

  /** The record has no value here. */
  hasNoValue(): Translation {
    const { name, nullable } = this.field
    if (this.isMany)
      return "null matches if some related record has no value, and no operator says that all have none"
    return nullable ? this.testNull("$eq") : `field ${name} always has a value`
  }

  private operandOf(node: ValueNode): OperatorNode["operand"] {
    const scalar = this.scalarOf(node)
    if (scalar !== undefined) return scalar
    const items = itemsOf(node)
    if (items !== undefined)
      return { kind: "list", items: items.map((item) => this.scalarOf(item) ?? placeholder(item)) }
    return placeholder(node)
  }

  private scalarOf(node: ValueNode): Literal | undefined {
    return scalarOf(node) ?? unwrapped(node, this.field)
  }
}

/** What is neither a value nor a list of values. The rules object to it. */
function placeholder(node: ValueNode): Extract<ValueNode, { kind: "misplaced" | "gap" }> {
  return node.kind === "misplaced" || node.kind === "gap"
    ? node
    : { kind: "misplaced", found: "object", members: [] }
}
