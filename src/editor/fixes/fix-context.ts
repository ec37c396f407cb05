import { FilterParser } from "../../../grammar/generated/parser.ts"
import { type Recovered, recover } from "../../../grammar/recovery/recover.ts"
import type { Limits } from "../../read/limits.ts"
import { nodes } from "../../read/nodes.ts"
import type { Schema } from "../../schema/schema.ts"
import type { Span } from "../../syntax/span.ts"
import type { SyntaxTree } from "../../syntax/syntax-tree.ts"
import { type Location, locate } from "./location.ts"

/** What fixes are made of: the text, and what could be read of it. */
export class FixContext {
  readonly tree: SyntaxTree
  readonly mistakes: Recovered<SyntaxTree>["mistakes"]

  constructor(
    readonly schema: Schema,
    readonly text: string,
    limits: Limits,
  ) {
    const parsed = new FilterParser(nodes, text, limits, true).parse()
    const { tree, mistakes } =
      parsed === undefined
        ? recover(nodes, text, limits, limits.maxDiagnostics + 1)
        : { tree: parsed, mistakes: [] }
    this.tree = tree
    this.mistakes = mistakes
  }

  locate(at: Span | undefined): Location | undefined {
    return at && locate(this.tree, at.start)
  }

  sourceOf(span: Span): string {
    return this.text.slice(span.start, span.end)
  }
}
