import type { SyntaxMistake } from "../../../grammar/recovery/mistakes.ts"
import type { Schema } from "../../schema/schema.ts"
import type { Span } from "../../syntax/span.ts"
import type { SyntaxTree } from "../../syntax/syntax-tree.ts"
import { readText } from "../tree-of.ts"
import { type Location, locate } from "./location.ts"

/** What fixes are made of: the text, and what could be read of it. */
export class FixContext {
  readonly tree: SyntaxTree
  readonly mistakes: readonly SyntaxMistake[]

  constructor(
    readonly schema: Schema,
    readonly text: string,
  ) {
    const { tree, mistakes } = readText(text)
    this.tree = tree
    this.mistakes = mistakes
  }

  locate(at: Span | undefined): Location | undefined {
    return locate(this.tree, (at as Span).start)
  }

  sourceOf(span: Span): string {
    return this.text.slice(span.start, span.end)
  }
}
