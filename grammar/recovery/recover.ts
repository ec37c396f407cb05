import type { Span } from "../../src/syntax/span.ts"
import type { NodeFactory, NodeTypes, Root } from "../generated/parser.ts"
import { type Bounds, Kind } from "../scanner.ts"
import { TokenParser } from "../token-parser.ts"
import { mistakesIn, type SyntaxMistake } from "./mistakes.ts"
import { type Repair, repair } from "./repair.ts"
import { type Token, Tokens } from "./tokens.ts"

/** What could be read of a text that has syntax errors. */
export interface Recovered<Tree> {
  /** The tree, with gaps where the text has mistakes. */
  readonly tree: Tree
  /** The mistakes, in the order of the text. Never empty. */
  readonly mistakes: readonly SyntaxMistake[]
  /** The bound that the text exceeds after its first mistake. Reading ended there. */
  readonly exceeded: { readonly bound: keyof Bounds; readonly at: Span } | undefined
}

/**
 * Reads a text that the parser rejects. It finds the least changes of tokens that make the text correct, and parses the
 * text with these changes.
 *
 * @param maxMistakes reading ends where there are more mistakes
 */
export function recover<T extends NodeTypes>(
  make: NodeFactory<T>,
  text: string,
  bounds: Bounds,
  maxMistakes: number,
): Recovered<Root<T>> {
  const tokens = new Tokens(text, bounds)
  const found = repair(tokens, maxMistakes)
  const tree = new TokenParser(make, repaired(tokens, found), true).parse()
  if (tree === undefined) throw new Error("A repair must make the text correct")
  const isWhole = tokens.at(found.end).kind === Kind.End
  return { tree, mistakes: mistakesIn(tokens, found), exceeded: isWhole ? tokens.exceededAt : undefined }
}

/** The tokens with the changes. A new token is where the token before it ends, and has no length. */
export function* repaired(tokens: Tokens, { edits, end }: Repair): Generator<Token> {
  let at = 0
  const endOfLast = () => (at === 0 ? 0 : tokens.at(at - 1).end)
  for (const { at: index, inserts, removes } of edits) {
    for (; at < index; at++) yield tokens.at(at)
    const old = removes === "token" ? tokens.at(at++) : undefined
    const { start, end } = old ?? { start: endOfLast(), end: endOfLast() }
    if (inserts !== undefined)
      yield { kind: inserts, text: old === undefined ? "" : tokens.textOf(old), start, end }
  }
  const last = edits.at(-1)
  const stop = last?.removes === "rest" ? last.at : end
  for (; at < stop; at++) yield tokens.at(at)
  yield { kind: Kind.End, text: "", start: endOfLast(), end: endOfLast() }
}
