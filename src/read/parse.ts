import { FilterParser, type NodeFactory } from "../../grammar/generated/parser.ts"
import { syntaxErrorIn } from "../../grammar/grammar.ts"
import type { Bounds } from "../../grammar/scanner.ts"
import { tokenize } from "../../grammar/tokenize.ts"
import type { FilterError } from "../diagnostics/filter-error.ts"
import { Reporter } from "../diagnostics/reporter.ts"
import type { Span } from "../syntax/span.ts"
import {
  type FieldNode,
  type ListNode,
  type LogicalNode,
  type MisplacedNode,
  misplacedScalar,
  type NameNode,
  type ObjectNode,
  type OperatorNode,
  type OperatorsNode,
  type ScalarNode,
  type SyntaxTree,
} from "../syntax/syntax-tree.ts"
import { type Limits, limitMessages } from "./limits.ts"

interface Nodes {
  object: ObjectNode
  logical: LogicalNode
  logicalName: NameNode
  filters: readonly (ObjectNode | MisplacedNode)[]
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
  misplacedObject: MisplacedNode
  misplacedMember: string
  misplacedMemberName: string
  misplacedArray: MisplacedNode
  misplacedScalar: MisplacedNode
}

const nodes: NodeFactory<Nodes> = {
  object: (entries, span) => ({ kind: "object", entries, span }),
  logical: (name, operands) => ({ kind: "logical", name, operands }),
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
  misplacedObject: (names, span) => ({
    kind: "misplaced",
    found: "object",
    names,
    size: names.length,
    span,
  }),
  misplacedMember: (name) => name,
  misplacedMemberName: (text) => text,
  misplacedArray: ({ length }, span) => ({
    kind: "misplaced",
    found: "array",
    names: [],
    size: length,
    span,
  }),
  misplacedScalar,
}

/**
 * Parses the text of a filter.
 *
 * @param spans whether the nodes of the tree get their spans, which only error messages need
 * @throws FilterError if the text exceeds a limit or is not JSON
 */
export function parse(text: string, limits: Limits, spans: boolean): SyntaxTree {
  if (text.length > limits.maxLength) {
    throw limitError(text, limits, "maxLength", { start: limits.maxLength, end: text.length })
  }
  const bounds: Bounds = { depth: limits.maxDepth, colons: limits.maxNodes, commas: limits.maxListLength - 1 }
  const parser = new FilterParser(nodes, text, bounds, spans)
  const tree = parser.parse()
  if (tree !== undefined) return tree
  if (parser.exceeded !== undefined) throw limitError(text, limits, LIMITS[parser.exceeded], parser.lookahead)
  const { message, hint, start, end } = syntaxErrorIn(text, tokenize(text, parser.lookahead.end))
  const reporter = new Reporter(text)
  reporter.report("syntax", message, [], { start, end }, hint)
  throw reporter.error()
}

/** The limit behind each bound of the parser. */
const LIMITS = {
  depth: "maxDepth",
  colons: "maxNodes",
  commas: "maxListLength",
} as const satisfies Readonly<Record<keyof Bounds, keyof Limits>>

function limitError(text: string, limits: Limits, limit: keyof Limits, span: Span): FilterError {
  const [message, hint] = limitMessages[limit](limits[limit])
  const reporter = new Reporter(text)
  reporter.report("limit-exceeded", message, [], span, hint)
  return reporter.error()
}
