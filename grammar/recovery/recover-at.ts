import type { Span } from "../../src/syntax/span.ts"
import type { NodeFactory, NodeTypes, Root } from "../generated/parser.ts"
import { type Bounds, Kind } from "../scanner.ts"
import { TokenParser } from "../token-parser.ts"
import type { Edit } from "./edit.ts"
import { repaired } from "./recover.ts"
import { repair } from "./repair.ts"
import type { Token } from "./tokens.ts"
import { TokensAt } from "./tokens-at.ts"

/** A text in which a string is written at an offset. */
export interface RecoveredAt<Tree> {
  /** The tree. It has a string with the text of {@link CURSOR} and the span of the cursor. */
  readonly tree: Tree
  /** The position of the string. It has no length if it is a new token. */
  readonly cursor: Span
  /** The token that the string takes the place of. */
  readonly replaced: Token | undefined
  /** The tokens that the text lacks directly before the string. */
  readonly before: readonly Kind[]
  /** The tokens that the text lacks directly after it. */
  readonly after: readonly Kind[]
  /** Whether the text has no other mistake than what it lacks there. */
  readonly isElsewhereValid: boolean
}

/**
 * Reads a text in which a user writes at an offset: a string stands for what comes there. It takes the place of a token
 * around the offset.
 *
 * @returns undefined if nothing can be written there, if the text has other mistakes there, or if it exceeds a bound
 */
export function recoverAt<T extends NodeTypes>(
  make: NodeFactory<T>,
  text: string,
  offset: number,
  bounds: Bounds,
): RecoveredAt<Root<T>> | undefined {
  const tokens = new TokensAt(text, offset, bounds)
  if (tokens.isFilled) return undefined
  const beginning = tokens.validBeginning()
  const found = repair(tokens, Infinity, beginning)
  const { edits } = found
  const { cursor, replaced, index } = tokens
  if (tokens.exceededAt !== undefined || edits.some((edit) => isTooMuch(edit, index))) return undefined
  const before = lackingAt(edits, index)
  const after = lackingAt(edits, index + 1)
  const isLast = tokens.at(index + 1).kind === Kind.End
  if (!isSeparator(before) || !(isLast || isSeparator(after.filter(isPunctuation)))) return undefined
  const tree = new TokenParser(make, repaired(tokens, found), true).parse()
  const isElsewhereValid = beginning !== undefined && before.length + after.length === edits.length
  return tree && { tree, cursor, replaced, before, after, isElsewhereValid }
}

/** Whether an edit removes what may be a part of what the user means. Then nothing is known about the position. */
function isTooMuch({ at, removes }: Edit, index: number): boolean {
  return removes === "rest" ? at <= index : removes === "token" && at === index + 1
}

/** The tokens that are missing before the token at an index. */
function lackingAt(edits: readonly Edit[], index: number): readonly Kind[] {
  return edits.flatMap(({ at, removes, inserts }) =>
    at === index && removes === "nothing" && inserts !== undefined ? [inserts] : [],
  )
}

/** Whether a missing token is not a part of what the user writes: a member has its colon and its value. */
export function isPunctuation(kind: Kind): boolean {
  return kind !== Kind.Colon && kind !== Kind.Missing
}

/** Whether no more is missing than what separates two tokens. Otherwise the text has a mistake of its own there. */
function isSeparator(kinds: readonly Kind[]): boolean {
  const [first, ...others] = kinds
  return first === undefined || (others.length === 0 && (first === Kind.Comma || first === Kind.Colon))
}
