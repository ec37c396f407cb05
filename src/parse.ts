import { FilterParser, type NodeFactory } from "../grammar/generated/parser.ts"
import { mistakeIn } from "../grammar/grammar.ts"
import { type Token, type Tokens, tokensOf } from "../grammar/token.ts"
import { Colon, Comma, LBrace, LBracket, RBrace, RBracket } from "../grammar/tokens.ts"
import type { FilterError } from "./diagnostics/filter-error.ts"
import { Reporter } from "./diagnostics/reporter.ts"
import { type Limits, limitMessages } from "./limits.ts"
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
  type Span,
  type SyntaxTree,
} from "./syntax-tree.ts"

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
 * @param places whether the nodes of the tree have to know where they stand, which only a mistake asks for
 * @throws FilterError when it exceeds a limit or is not JSON
 */
export function parse(text: string, limits: Limits, places: boolean): SyntaxTree {
  if (text.length > limits.maxLength) {
    throw exceeded(text, limits, "maxLength", { start: limits.maxLength, end: text.length })
  }
  const bounds = { depth: limits.maxDepth, colons: limits.maxNodes, commas: limits.maxListLength - 1 }
  const parser = new FilterParser(nodes, text, bounds, places)
  const tree = parser.parse()
  if (tree === undefined) throw refusal(text, tokensOf(text, parser.readTo), limits)
  return tree
}

/** Why a text was refused at the last of the tokens: it is too large, or else it is not JSON. */
function refusal(text: string, scanned: Tokens, limits: Limits): FilterError {
  const excess = excessOf(scanned.tokens, limits)
  if (excess !== undefined) return exceeded(text, limits, excess.limit, excess.at)
  const { message, hint, start, end } = mistakeIn(text, scanned)
  const reporter = new Reporter(text)
  reporter.report("syntax", message, [], { start, end }, hint)
  return reporter.error()
}

function exceeded(text: string, limits: Limits, limit: keyof Limits, span: Span): FilterError {
  const [message, hint] = limitMessages[limit](limits[limit])
  const reporter = new Reporter(text)
  reporter.report("limit-exceeded", message, [], span, hint)
  return reporter.error()
}

/** The first token that exceeds a limit, if one does: the parser has refused it, and does not say why. */
function excessOf(tokens: readonly Token[], limits: Limits): { limit: keyof Limits; at: Span } | undefined {
  /** For each open bracket how many commas it has had; an object counts none. */
  const commas: number[] = []
  let members = 0
  for (const { tokenType, start, end } of tokens) {
    const excess = (limit: keyof Limits) => ({ limit, at: { start, end } })
    switch (tokenType) {
      case LBrace:
      case LBracket:
        commas.push(tokenType === LBrace ? Number.NEGATIVE_INFINITY : 0)
        if (commas.length > limits.maxDepth) return excess("maxDepth")
        break
      case RBrace:
      case RBracket:
        commas.pop()
        break
      case Comma: {
        const count = commas.pop()
        // Outside of all brackets it is a mistake of another kind.
        if (count === undefined) break
        if (count + 1 >= limits.maxListLength) return excess("maxListLength")
        commas.push(count + 1)
        break
      }
      case Colon:
        if (++members > limits.maxNodes) return excess("maxNodes")
        break
    }
  }
  return undefined
}
