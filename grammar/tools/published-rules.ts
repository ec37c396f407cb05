import type { TokenType } from "chevrotain"
import { WhiteSpace } from "../tokens.ts"
import { type GrammarRule, grammarRules, type Piece } from "./rules.ts"

/** A token with a pattern: its name, what it is, and the pattern. */
export interface PublishedToken {
  readonly name: string
  readonly label: string
  readonly pattern: string
}

/**
 * The rules of the language: without the error productions, which take what the language has no place for, and
 * without those that are then another name for one thing.
 */
export function publishedRules(): GrammarRule[] {
  const [start, ...others] = grammarRules()
    .filter(({ name }) => !isErrorProduction(name))
    .map(({ name, piece }) => ({ name, piece: withoutErrors(piece) }))
  if (start === undefined) throw new Error("The grammar has no rule")
  const names = new Map(others.flatMap(({ name, piece }) => (isName(piece) ? [[name, piece] as const] : [])))
  return [start, ...others]
    .filter(({ name }) => !names.has(name))
    .map(({ name, piece }) => ({ name, piece: replaceNames(piece, names) }))
}

/** The text of a token that is always written in the same way. */
export function literalOf({ PATTERN }: TokenType): string | undefined {
  return typeof PATTERN === "string" ? PATTERN : undefined
}

/** The tokens that the rules name. */
export function publishedTokens(): PublishedToken[] {
  const types = publishedRules().flatMap(({ piece }) => tokensIn(piece))
  return [...new Set([...types, WhiteSpace])]
    .filter((type) => literalOf(type) === undefined)
    .map((type) => ({
      name: type.name,
      label: type.LABEL ?? type.name,
      pattern: (type.PATTERN as RegExp).source,
    }))
}

function isErrorProduction(name: string): boolean {
  return name.startsWith("misplaced")
}

function withoutErrors(piece: Piece): Piece {
  if (piece.kind !== "choice") return piece
  const pieces = piece.pieces.filter((one) => one.kind !== "rule" || !isErrorProduction(one.name))
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : { ...piece, pieces }
}

function isName(piece: Piece): boolean {
  return piece.kind === "rule" || piece.kind === "token"
}

function replaceNames(piece: Piece, names: ReadonlyMap<string, Piece>): Piece {
  switch (piece.kind) {
    case "sequence":
    case "choice":
      return { ...piece, pieces: piece.pieces.map((inner) => replaceNames(inner, names)) }
    case "list":
      return { ...piece, piece: replaceNames(piece.piece, names) }
    case "rule":
      return names.get(piece.name) ?? piece
    case "token":
      return piece
  }
}

function tokensIn(piece: Piece): TokenType[] {
  switch (piece.kind) {
    case "sequence":
    case "choice":
      return piece.pieces.flatMap(tokensIn)
    case "list":
      return [...tokensIn(piece.piece), piece.separator]
    case "rule":
      return []
    case "token":
      return [piece.type]
  }
}
