import type { ISerializedGast, TokenType } from "chevrotain"
import { FilterGrammar } from "../grammar.ts"
import { vocabulary } from "../tokens.ts"

/** A piece of a rule. */
export type Piece =
  | { readonly kind: "sequence"; readonly pieces: readonly Piece[] }
  | { readonly kind: "choice"; readonly pieces: readonly Piece[] }
  /** None or any number, with the separator between them. */
  | { readonly kind: "list"; readonly piece: Piece; readonly separator: TokenType }
  | { readonly kind: "rule"; readonly name: string }
  | { readonly kind: "token"; readonly type: TokenType }

/** A rule of the grammar. */
export interface GrammarRule {
  readonly name: string
  readonly piece: Piece
}

/** A production as Chevrotain serialises it, with what its kinds have besides. */
interface Production extends ISerializedGast {
  readonly name?: string
  readonly definition?: Production[]
  readonly separator?: Production
}

/** The rules of the grammar, in its order. */
export function grammarRules(): GrammarRule[] {
  const productions: readonly Production[] = new FilterGrammar({
    skipValidations: false,
  }).getSerializedGastProductions()
  return productions.map((rule) => ({ name: String(rule.name), piece: sequenceOf(rule.definition) }))
}

function pieceOf(node: Production): Piece {
  switch (node.type) {
    case "NonTerminal":
      return { kind: "rule", name: String(node.name) }
    case "Terminal":
      return { kind: "token", type: tokenType(node.name) }
    case "Alternation":
      return { kind: "choice", pieces: (node.definition ?? []).map(pieceOf) }
    case "RepetitionWithSeparator":
      return {
        kind: "list",
        piece: sequenceOf(node.definition),
        separator: tokenType(node.separator?.name),
      }
    case "Alternative":
      return sequenceOf(node.definition)
    default:
      throw new Error(`The grammar has a ${node.type}, which nothing here can write`)
  }
}

function sequenceOf(definition: readonly Production[] = []): Piece {
  const pieces = definition.map(pieceOf)
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : { kind: "sequence", pieces }
}

function tokenType(name: string | undefined): TokenType {
  const type = vocabulary.find((candidate) => candidate.name === name)
  if (type === undefined) throw new Error(`No token is called ${name}`)
  return type
}
