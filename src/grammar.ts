export type { ContentAssist, ExpectedToken } from "./live-grammar/content-assist.ts"
export { FilterGrammar, type ParsedText } from "./live-grammar/filter-grammar.ts"
export { FilterLexer } from "./live-grammar/filter-lexer.ts"
export type { Literal } from "./syntax/literal.ts"
export type { Span } from "./syntax/span.ts"
export type {
  EntryNode,
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
  SyntaxTree,
} from "./syntax/syntax-tree.ts"
