import { NodeProp, NodeSet, NodeType } from "@lezer/common"

/** The nodes of the tree that an editor reads, by their id. */
export enum NodeId {
  Error,
  Filter,
  Object,
  Array,
  Property,
  FieldName,
  Operator,
  LogicalOperator,
  String,
  Number,
  True,
  False,
  Null,
  LBrace,
  RBrace,
  LBracket,
  RBracket,
  Colon,
  Comma,
}

/** As in other languages of CodeMirror, punctuation is named by its character. */
const NAMES: Readonly<Record<NodeId, string>> = {
  [NodeId.Error]: "⚠",
  [NodeId.Filter]: "Filter",
  [NodeId.Object]: "Object",
  [NodeId.Array]: "Array",
  [NodeId.Property]: "Property",
  [NodeId.FieldName]: "FieldName",
  [NodeId.Operator]: "Operator",
  [NodeId.LogicalOperator]: "LogicalOperator",
  [NodeId.String]: "String",
  [NodeId.Number]: "Number",
  [NodeId.True]: "True",
  [NodeId.False]: "False",
  [NodeId.Null]: "Null",
  [NodeId.LBrace]: "{",
  [NodeId.RBrace]: "}",
  [NodeId.LBracket]: "[",
  [NodeId.RBracket]: "]",
  [NodeId.Colon]: ":",
  [NodeId.Comma]: ",",
}

/** The types of all nodes. The index of a type is its id. */
export function defineNodeSet(): NodeSet {
  const types = Object.values(NAMES).map((name, id) =>
    NodeType.define({ id, name, top: id === NodeId.Filter, error: id === NodeId.Error }),
  )
  return new NodeSet(types).extend(
    NodeProp.closedBy.add({ "{": ["}"], "[": ["]"] }),
    NodeProp.openedBy.add({ "}": ["{"], "]": ["["] }),
  )
}
