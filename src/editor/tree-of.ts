import { FilterParser } from "../../grammar/generated/parser.ts"
import { type Recovered, recover } from "../../grammar/recovery/recover.ts"
import type { Bounds } from "../../grammar/scanner.ts"
import { nodes } from "../read/nodes.ts"
import type { SyntaxTree } from "../syntax/syntax-tree.ts"

/** An editor also helps with a text that a server would find too long. No filter nests deeper. */
export const bounds: Bounds = { maxDepth: 256, maxNodes: Infinity, maxListLength: Infinity }

/** What can be read of a text. The tree has gaps where the text has syntax errors. */
export function readText(text: string): Pick<Recovered<SyntaxTree>, "tree" | "mistakes"> {
  const tree = new FilterParser(nodes, text, bounds, true).parse()
  return tree === undefined ? recover(nodes, text, bounds, Infinity) : { tree, mistakes: [] }
}

/** The tree of a text, as far as it can be read. */
export function treeOf(text: string): SyntaxTree {
  return readText(text).tree
}

/** The number of syntax errors in a text. */
export function countSyntaxErrors(text: string): number {
  return readText(text).mistakes.length
}
