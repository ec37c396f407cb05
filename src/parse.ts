import { createParser, type NodeFactory } from "../grammar/parser.ts"
import { Colon, Comma, LBrace, LBracket, RBrace, RBracket, tokenize } from "../grammar/tokens.ts"
import { Reporter } from "./diagnostics/reporter.ts"
import { type Limits, limitMessages } from "./limits.ts"
import {
  type EntryNode,
  type ListNode,
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
  name: NameNode
  object: ObjectNode
  entry: EntryNode
  operators: OperatorsNode
  operator: OperatorNode
  list: ListNode
  scalar: ScalarNode
  misplaced: MisplacedNode
}

const nodes: NodeFactory<Nodes> = {
  name: (text, start, end) => ({ text, span: { start, end } }),
  object: (entries, start, end) => ({ kind: "object", entries, span: { start, end } }),
  logical: (name, operands) => ({ kind: "logical", name, operands }),
  field: (name, value) => ({ kind: "field", name, value }),
  operators: (operators, start, end) => ({ kind: "operators", operators, span: { start, end } }),
  operator: (name, operand) => ({ kind: "operator", name, operand }),
  list: (items, start, end) => ({ kind: "list", items, span: { start, end } }),
  string: (value, start, end) => ({ kind: "string", value, span: { start, end } }),
  number: (digits, start, end) => ({ kind: "number", digits, span: { start, end } }),
  boolean: (value, start, end) => ({ kind: "boolean", value, span: { start, end } }),
  null: (start, end) => ({ kind: "null", span: { start, end } }),
  misplacedObject: (names, start, end) => ({
    kind: "misplaced",
    found: "object",
    names,
    size: names.length,
    span: { start, end },
  }),
  misplacedArray: (size, start, end) => ({
    kind: "misplaced",
    found: "array",
    names: [],
    size,
    span: { start, end },
  }),
  misplacedScalar,
}

const parseTokens = createParser(nodes)

/**
 * Parses the text of a filter.
 *
 * @throws FilterError when it exceeds a limit or is not JSON
 */
export function parse(text: string, limits: Limits): SyntaxTree {
  const reporter = new Reporter(text)
  if (text.length > limits.maxLength) {
    throw exceeded(reporter, limits, "maxLength", { start: limits.maxLength, end: text.length })
  }
  const { tokens, errors } = tokenize(text)
  const excess = excessOf(tokens, limits)
  if (excess !== undefined) throw exceeded(reporter, limits, excess.limit, excess.span)
  const parsed = parseTokens(text, tokens, errors)
  if (parsed.ok) return parsed.tree
  const { message, hint, start, end } = parsed.mistake
  reporter.report("syntax", message, [], { start, end }, hint)
  throw reporter.error()
}

function exceeded(reporter: Reporter, limits: Limits, limit: keyof Limits, span: Span) {
  const [message, hint] = limitMessages[limit](limits[limit])
  reporter.report("limit-exceeded", message, [], span, hint)
  return reporter.error()
}

type Tokens = ReturnType<typeof tokenize>["tokens"]

/** The first token that exceeds a limit. Brackets and commas suffice to tell, before anything recurses. */
function excessOf(tokens: Tokens, limits: Limits): { limit: keyof Limits; span: Span } | undefined {
  /** For each open bracket how many commas it has had; an object counts none. */
  const commas: number[] = []
  let members = 0
  for (const { tokenType, startOffset: start, image } of tokens) {
    const excess = (limit: keyof Limits) => ({ limit, span: { start, end: start + image.length } })
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
        const count = (commas.pop() ?? 0) + 1
        if (count >= limits.maxListLength) return excess("maxListLength")
        commas.push(count)
        break
      }
      case Colon:
        if (++members > limits.maxNodes) return excess("maxNodes")
        break
    }
  }
  return undefined
}
