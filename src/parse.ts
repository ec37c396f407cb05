import { createParser, type NodeFactory } from "../grammar/parser.ts"
import { type Scanned, scan, type Token } from "../grammar/scanner.ts"
import { Colon, Comma, LBrace, LBracket, RBrace, RBracket } from "../grammar/tokens.ts"
import type { FilterError } from "./diagnostics/filter-error.ts"
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
  name: (text, place) => ({ text, span: place }),
  object: (entries, place) => ({ kind: "object", entries, span: place }),
  logical: (name, operands) => ({ kind: "logical", name, operands }),
  field: (name, value) => ({ kind: "field", name, value }),
  operators: (operators, place) => ({ kind: "operators", operators, span: place }),
  operator: (name, operand) => ({ kind: "operator", name, operand }),
  list: (items, place) => ({ kind: "list", items, span: place }),
  string: (value, place) => ({ kind: "string", value, span: place }),
  number: (digits, place) => ({ kind: "number", digits, span: place }),
  boolean: (value, place) => ({ kind: "boolean", value, span: place }),
  null: (place) => ({ kind: "null", span: place }),
  misplacedObject: (names, place) => ({
    kind: "misplaced",
    found: "object",
    names,
    size: names.length,
    span: place,
  }),
  misplacedArray: (size, place) => ({
    kind: "misplaced",
    found: "array",
    names: [],
    size,
    span: place,
  }),
  misplacedScalar,
}

const parseTokens = createParser(nodes)

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
  const scanned = scan(text, places)
  if (mayExceed(scanned, limits)) {
    const excess = excessOf(places ? scanned.tokens : scan(text, true).tokens, limits)
    if (excess !== undefined) throw exceeded(text, limits, excess.limit, excess.at)
  }
  const parsed = parseTokens(text, scanned)
  if (parsed.ok) return parsed.tree
  if (!places) return parse(text, limits, true)
  const { message, hint, start, end } = parsed.mistake
  const reporter = new Reporter(text)
  reporter.report("syntax", message, [], { start, end }, hint)
  throw reporter.error()
}

function exceeded(text: string, limits: Limits, limit: keyof Limits, span: Span): FilterError {
  const [message, hint] = limitMessages[limit](limits[limit])
  const reporter = new Reporter(text)
  reporter.report("limit-exceeded", message, [], span, hint)
  return reporter.error()
}

/** Whether some limit may be exceeded: no list has more commas than all of them together. */
function mayExceed({ depth, colons, commas }: Scanned, limits: Limits): boolean {
  return depth > limits.maxDepth || colons > limits.maxNodes || commas >= limits.maxListLength
}

/** The first token that exceeds a limit. Brackets and commas suffice to tell, before anything recurses. */
function excessOf(tokens: readonly Token[], limits: Limits): { limit: keyof Limits; at: Span } | undefined {
  /** For each open bracket how many commas it has had; an object counts none. */
  const commas: number[] = []
  let members = 0
  for (const at of tokens) {
    const excess = (limit: keyof Limits) => ({ limit, at })
    const { tokenType } = at
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
