import type { ISerializedGast, TokenType } from "chevrotain"
import { FilterParser, type NodeFactory, type NodeTypes } from "./parser.ts"
import { vocabulary, WhiteSpace } from "./tokens.ts"

/** A piece of a rule. */
export type Piece =
  | { readonly kind: "sequence"; readonly pieces: readonly Piece[] }
  | { readonly kind: "choice"; readonly pieces: readonly Piece[] }
  /** None or any number, with the separator between them. */
  | { readonly kind: "list"; readonly piece: Piece; readonly separator: string }
  | { readonly kind: "rule"; readonly name: string }
  /** A token that is always written in the same way. */
  | { readonly kind: "literal"; readonly text: string }
  /** A token with a pattern. */
  | { readonly kind: "token"; readonly name: string }

/** A production as Chevrotain serialises it, with what its kinds have besides. */
interface Production extends ISerializedGast {
  readonly name?: string
  readonly definition?: Production[]
  readonly separator?: Production
}

/** A rule of the language. */
export interface PublishedRule {
  readonly name: string
  readonly piece: Piece
}

/** A token with a pattern: its name, what it is, and the pattern. */
export interface PublishedToken {
  readonly name: string
  readonly label: string
  readonly pattern: string
}

/** The rules of the language, without the error productions, which take what the language has no place for. */
export function publishedRules(): PublishedRule[] {
  // The rules are recorded when the parser is made; nothing is parsed, so no node is ever made.
  const parser = new FilterParser({} as NodeFactory<NodeTypes>, { skipValidations: false })
  const productions: readonly Production[] = parser.getSerializedGastProductions()
  return productions
    .filter(({ name }) => !isErrorProduction(name))
    .map((rule) => ({ name: String(rule.name), piece: sequence(rule.definition) }))
}

/** The tokens that the rules name. */
export function publishedTokens(): PublishedToken[] {
  const named = new Set<string>()
  const collect = (piece: Piece): void => {
    if (piece.kind === "token") named.add(piece.name)
    if ("pieces" in piece) for (const inner of piece.pieces) collect(inner)
    if ("piece" in piece) collect(piece.piece)
  }
  for (const { piece } of publishedRules()) collect(piece)
  return [...vocabulary.filter(({ name }) => named.has(name)), WhiteSpace].map((token) => ({
    name: token.name,
    label: token.LABEL ?? token.name,
    pattern: (token.PATTERN as RegExp).source,
  }))
}

function isErrorProduction(name: string | undefined): boolean {
  return name?.startsWith("misplaced") ?? false
}

function sequence(definition: readonly Production[] = []): Piece {
  const pieces = definition.map(pieceOf)
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : { kind: "sequence", pieces }
}

function pieceOf(node: Production): Piece {
  switch (node.type) {
    case "NonTerminal":
      return { kind: "rule", name: node.name ?? "" }
    case "Terminal":
      return terminal(node.name ?? "")
    case "Alternation":
      return choice(node.definition ?? [])
    case "RepetitionWithSeparator":
      return {
        kind: "list",
        piece: sequence(node.definition),
        separator: String(tokenOf(node.separator?.name).PATTERN),
      }
    default:
      return sequence(node.definition)
  }
}

function choice(alternatives: readonly Production[]): Piece {
  const pieces = alternatives
    .filter(({ definition }) => !isErrorProduction(definition?.[0]?.name))
    .map(({ definition }) => sequence(definition))
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : { kind: "choice", pieces }
}

function terminal(name: string): Piece {
  const token = tokenOf(name)
  return typeof token.PATTERN === "string"
    ? { kind: "literal", text: token.PATTERN }
    : { kind: "token", name }
}

function tokenOf(name: string | undefined): TokenType {
  const token = vocabulary.find((candidate) => candidate.name === name)
  if (token === undefined) throw new Error(`No token is called ${name}`)
  return token
}
