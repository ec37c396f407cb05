import { FilterParser } from "../../grammar/generated/parser.ts"
import { recover } from "../../grammar/recovery/recover.ts"
import type { Reporter } from "../diagnostics/reporter.ts"
import type { Span } from "../syntax/span.ts"
import type { SyntaxTree } from "../syntax/syntax-tree.ts"
import { exceeding, type Limits, type ReadLimit } from "./limits.ts"
import { nodes } from "./nodes.ts"
import { describeMistake } from "./syntax-messages.ts"

/** Parses the text of a filter. Returns undefined if the text is not JSON or exceeds a limit. */
export function parse(text: string, limits: Limits): SyntaxTree | undefined {
  if (text.length > limits.maxLength) return undefined
  return new FilterParser(nodes, text, limits, false).parse()
}

/**
 * Parses the text of a filter as far as it can be read, and reports why the rest cannot. Nodes have spans.
 *
 * @returns a tree with gaps; undefined if the text exceeds a limit
 */
export function parseWithGaps(text: string, limits: Limits, reporter: Reporter): SyntaxTree | undefined {
  const exceed = (limit: ReadLimit, at: Span): undefined => {
    reporter.report(exceeding(limits, limit), [], at)
  }
  if (text.length > limits.maxLength)
    return exceed("maxLength", { start: limits.maxLength, end: text.length })
  const parser = new FilterParser(nodes, text, limits, true)
  const parsed = parser.parse()
  if (parsed !== undefined) return parsed
  if (parser.exceeded !== undefined) return exceed(parser.exceeded, parser.lookahead)
  const { tree, mistakes, exceeded } = recover(nodes, text, limits, limits.maxDiagnostics + 1)
  for (const mistake of mistakes) {
    const { start, end, message, params, hint } = describeMistake(text, mistake)
    reporter.report({ code: "syntax", message, params, hint }, [], { start, end })
  }
  if (exceeded !== undefined) exceed(exceeded.bound, exceeded.at)
  return tree
}
