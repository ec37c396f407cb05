import { type TokenType, tokenLabel } from "chevrotain"
import { type GrammarRule, grammarRules, isErrorProduction, type Production } from "../rules.ts"
import { WhiteSpace } from "../tokens.ts"

/** A token as the EBNF and the diagram show it. */
export interface PublishedToken {
  readonly name: string
  readonly label: string
  /** The source of its regular expression. */
  readonly pattern: string
}

/**
 * The rules of the language, without the error productions. Some rules are then only another name for one rule or
 * token. The published rules use the rule or token directly.
 */
export function publishedRules(): GrammarRule[] {
  const rules = grammarRules()
    .filter(({ name }) => !isErrorProduction(name))
    .map(({ name, production }) => ({ name, production: withoutErrorProductions(production) }))
  // The first rule is the start rule: it keeps its name.
  const aliases = new Map(
    rules.slice(1).flatMap(({ name, production }) => (isReference(production) ? [[name, production]] : [])),
  )
  return rules
    .filter(({ name }) => !aliases.has(name))
    .map(({ name, production }) => ({ name, production: resolveAliases(production, aliases) }))
}

/** The text of a token that has only one spelling. */
export function literalOf({ PATTERN }: TokenType): string | undefined {
  return typeof PATTERN === "string" ? PATTERN : undefined
}

/** The tokens of the published rules that have more than one spelling. */
export function publishedTokens(): PublishedToken[] {
  const types = publishedRules().flatMap(({ production }) => tokensIn(production))
  return [...new Set([...types, WhiteSpace])]
    .filter((type) => literalOf(type) === undefined)
    .map((type) => ({
      name: type.name,
      label: tokenLabel(type),
      pattern: (type.PATTERN as RegExp).source,
    }))
}

function withoutErrorProductions(production: Production): Production {
  if (production.kind !== "choice") return production
  const alternatives = production.alternatives.filter(
    (alternative) => alternative.kind !== "rule" || !isErrorProduction(alternative.name),
  )
  const [only] = alternatives
  return alternatives.length === 1 && only !== undefined ? only : { ...production, alternatives }
}

function isReference({ kind }: Production): boolean {
  return kind === "rule" || kind === "token"
}

function resolveAliases(production: Production, aliases: ReadonlyMap<string, Production>): Production {
  switch (production.kind) {
    case "sequence":
      return { ...production, parts: production.parts.map((part) => resolveAliases(part, aliases)) }
    case "choice":
      return {
        ...production,
        alternatives: production.alternatives.map((alternative) => resolveAliases(alternative, aliases)),
      }
    case "list":
      return { ...production, item: resolveAliases(production.item, aliases) }
    case "rule":
      return aliases.get(production.name) ?? production
    case "token":
      return production
  }
}

function tokensIn(production: Production): TokenType[] {
  switch (production.kind) {
    case "sequence":
      return production.parts.flatMap(tokensIn)
    case "choice":
      return production.alternatives.flatMap(tokensIn)
    case "list":
      return [...tokensIn(production.item), production.separator]
    case "rule":
      return []
    case "token":
      return [production.type]
  }
}
