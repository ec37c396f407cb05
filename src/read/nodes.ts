import type { NodeFactory } from "../../grammar/generated/parser.ts"
import type {
  FieldNode,
  GapNode,
  ListNode,
  LogicalNode,
  MisplacedMember,
  MisplacedNode,
  NameNode,
  ObjectNode,
  OperatorNode,
  OperatorsNode,
  ScalarNode,
} from "../syntax/syntax-tree.ts"

/** The nodes of the syntax tree, by the rule that makes them. */
export interface Nodes {
  object: ObjectNode
  logical: LogicalNode
  logicalName: NameNode
  filters: readonly (ObjectNode | MisplacedNode | GapNode)[]
  field: FieldNode
  fieldName: NameNode
  operators: OperatorsNode
  operator: OperatorNode
  operatorName: NameNode
  list: ListNode
  string: ScalarNode
  number: ScalarNode
  boolean: ScalarNode
  null: ScalarNode
  misplacedOperator: FieldNode
  misplacedName: OperatorNode
  misplacedFieldName: NameNode
  misplacedObject: MisplacedNode | GapNode
  misplacedMember: MisplacedMember
  misplacedMemberName: string
  misplacedArray: MisplacedNode | GapNode
  misplacedScalar: MisplacedNode | GapNode
  missingMember: GapNode
  missingValue: GapNode
}

/** Makes the nodes of the syntax tree. */
export const nodes: NodeFactory<Nodes> = {
  object: (entries, span) => ({ kind: "object", entries, span }),
  logical: (name, operands, span) => ({ kind: "logical", name, operands, span }),
  logicalName: (text, span) => ({ text, span }),
  filters: (filters) => filters,
  field: (name, value) => ({ kind: "field", name, value }),
  fieldName: (text, span) => ({ text, span }),
  operators: (operators, span) => ({ kind: "operators", operators, span }),
  operator: (name, operand) => ({ kind: "operator", name, operand }),
  operatorName: (text, span) => ({ text, span }),
  list: (items, span) => ({ kind: "list", items, span }),
  string: (value, span) => ({ kind: "string", value, span }),
  number: (digits, span) => ({ kind: "number", digits, span }),
  boolean: (text, span) => ({ kind: "boolean", value: text === "true", span }),
  null: (_text, span) => ({ kind: "null", span }),
  misplacedOperator: (name, value) => ({ kind: "field", name, value }),
  misplacedName: (name, operand) => ({ kind: "operator", name, operand }),
  misplacedFieldName: (text, span) => ({ text, span }),
  misplacedObject: (members, span) => ({ kind: "misplaced", found: "object", members, span }),
  misplacedMember: (name, value) => ({ name, value }),
  misplacedMemberName: (text) => text,
  misplacedArray: (items, span) =>
    // Nothing could be read of it, as in [object Object].
    items.length > 0 && items.every(isGap)
      ? { kind: "gap", span }
      : { kind: "misplaced", found: "array", items, span },
  misplacedScalar: (scalar, span) =>
    isGap(scalar) ? scalar : { kind: "misplaced", found: scalar.kind, scalar, span },
  missingMember: (_value, span) => ({ kind: "gap", span }),
  missingValue: (_text, span) => ({ kind: "gap", span }),
}

function isGap(node: ScalarNode | MisplacedNode | GapNode): node is GapNode {
  return node.kind === "gap"
}
