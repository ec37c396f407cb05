import type { CstElement, CstNode, IToken } from "chevrotain"
import { nodes } from "../read/nodes.ts"
import type { Span } from "../syntax/span.ts"
import type { SyntaxTree } from "../syntax/syntax-tree.ts"

/** The syntax tree of a concrete syntax tree without mistakes. Its nodes are those that `parseFilter` reads. */
export function syntaxTreeOf(cst: CstNode): SyntaxTree {
  return nodeOf(cst) as SyntaxTree
}

/** Makes a node from its parts and its span. */
type Make = (...parts: readonly unknown[]) => unknown
const makers = new Map(Object.entries(nodes as unknown as Readonly<Record<string, Make>>))

/** The node of a rule. A choice between rules has none of its own: its node is that of the chosen rule. */
function nodeOf(cst: CstNode): unknown {
  const make = makers.get(cst.name)
  const parts = partsOf(cst)
  return make === undefined ? parts[0] : make(...parts, spanOf(cst))
}

/** The value of a token, the items of a list, or the nodes of a sequence. */
function partsOf({ children }: CstNode): unknown[] {
  const elements = Object.values(children).flat()
  const parts = elements.filter(isRule).map(nodeOf)
  if ("LBrace" in children || "LBracket" in children) return [parts]
  return parts.length > 0 ? parts : elements.filter(isToken).map(tokenValue)
}

function isRule(element: CstElement): element is CstNode {
  return "children" in element
}

function isToken(element: CstElement): element is IToken {
  return !isRule(element)
}

/** Integers that the parser reads as numbers. Of any other number it keeps the text. */
const EXACT_INTEGER = /^-?[1-9]\d{0,14}$/

function tokenValue({ image }: IToken): string | number {
  if (image.startsWith('"')) return JSON.parse(image)
  return EXACT_INTEGER.test(image) ? Number(image) : image
}

function spanOf({ location }: CstNode): Span {
  const { startOffset, endOffset } = location as Required<NonNullable<typeof location>>
  return { start: startOffset, end: endOffset + 1 }
}
