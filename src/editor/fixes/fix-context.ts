import type { SyntaxMistake } from "../../../grammar/recovery/mistakes.ts"
import { describeMistake } from "../../read/syntax-messages.ts"
import type { Schema } from "../../schema/schema.ts"
import type { Span } from "../../syntax/span.ts"
import type { SyntaxTree } from "../../syntax/syntax-tree.ts"
import { readText } from "../tree-of.ts"
import { type Location, locate } from "./location.ts"

/** What fixes are made of: the text, and what could be read of it. */
export class FixContext {
  readonly tree: SyntaxTree
  /** The syntax errors by the offset that their diagnostic begins at. */
  readonly #mistakes = new Map<number, SyntaxMistake[]>()

  constructor(
    readonly schema: Schema,
    readonly text: string,
  ) {
    const { tree, mistakes } = readText(text)
    this.tree = tree
    for (const mistake of mistakes) {
      const { start } = describeMistake(text, mistake)
      const others = this.#mistakes.get(start) ?? []
      this.#mistakes.set(start, [...others, mistake])
    }
  }

  /** The syntax errors whose diagnostic begins at an offset. */
  mistakesAt(start: number): readonly SyntaxMistake[] {
    return this.#mistakes.get(start) ?? []
  }

  locate(at: Span | undefined): Location | undefined {
    return locate(this.tree, (at as Span).start)
  }

  sourceOf(span: Span): string {
    return this.text.slice(span.start, span.end)
  }
}
