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

/**
 * What the parser has in the middle of other rules, as a call of a rule costs time, and what it is called
 * here: the item of the list in each of these.
 */
const ITEMS: ReadonlyMap<string, string> = new Map([
  ["object", "entry"],
  ["operators", "operator"],
])

/** The rules of the language, without the error productions, which take what the language has no place for. */
export function publishedRules(): PublishedRule[] {
  // The rules are recorded when the parser is made; nothing is parsed, so no node is ever made.
  const parser = new FilterParser({} as NodeFactory<NodeTypes>, { skipValidations: false })
  const productions: readonly Production[] = parser.getSerializedGastProductions()
  const rules = productions
    .filter(({ name }) => !isErrorProduction(name))
    .map((rule) => ({ name: String(rule.name), piece: sequence(rule.definition) }))
  const scalar = rules.find(({ name }) => name === "scalar")
  return rules
    .flatMap(withNamedItem)
    .map((rule) => (rule.name === "scalar" || scalar === undefined ? rule : withRule(rule, scalar)))
}

/** The rule with the item of its list as a rule of its own. */
function withNamedItem(rule: PublishedRule): PublishedRule[] {
  const name = ITEMS.get(rule.name)
  if (name === undefined) return [rule]
  const items: PublishedRule[] = []
  const piece = replace(rule.piece, (inner) => {
    if (inner.kind !== "list") return inner
    items.push({ name, piece: inner.piece })
    return { ...inner, piece: { kind: "rule", name } }
  })
  return [{ name: rule.name, piece }, ...items]
}

/** The rule with another one named wherever its alternatives are. */
function withRule(rule: PublishedRule, { name, piece: named }: PublishedRule): PublishedRule {
  const alternatives = new Set(named.kind === "choice" ? named.pieces.map(keyOf) : [])
  const piece = replace(rule.piece, (inner) => {
    if (inner.kind !== "choice") return inner
    const others = inner.pieces.filter((one) => !alternatives.has(keyOf(one)))
    if (inner.pieces.length - others.length < alternatives.size) return inner
    return choiceOf([{ kind: "rule", name }, ...others])
  })
  return { name: rule.name, piece }
}

function keyOf(piece: Piece): string {
  return JSON.stringify(piece)
}

/** The piece with everything in it replaced, from the inside out. */
function replace(piece: Piece, by: (piece: Piece) => Piece): Piece {
  switch (piece.kind) {
    case "sequence":
    case "choice":
      return by({ ...piece, pieces: piece.pieces.map((inner) => replace(inner, by)) })
    case "list":
      return by({ ...piece, piece: replace(piece.piece, by) })
    default:
      return by(piece)
  }
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
  return choiceOf(
    alternatives
      .filter(({ definition }) => !isErrorProduction(definition?.[0]?.name))
      .map(({ definition }) => sequence(definition)),
  )
}

function choiceOf(pieces: readonly Piece[]): Piece {
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
