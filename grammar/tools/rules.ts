import type { ISerializedGast, TokenType } from "chevrotain"
import { FilterGrammar } from "../grammar.ts"
import { vocabulary } from "../tokens.ts"

/** The right-hand side of a rule, or a part of it. */
export type Production =
  | { readonly kind: "sequence"; readonly parts: readonly Production[] }
  | { readonly kind: "choice"; readonly alternatives: readonly Production[] }
  /** Zero or more items with the separator between them. */
  | { readonly kind: "list"; readonly item: Production; readonly separator: TokenType }
  | { readonly kind: "rule"; readonly name: string }
  | { readonly kind: "token"; readonly type: TokenType }

/** A rule of the grammar. */
export interface GrammarRule {
  readonly name: string
  readonly production: Production
}

/** A production as Chevrotain serialises it. Its own type lacks the properties of the various kinds. */
interface SerializedProduction extends ISerializedGast {
  readonly name?: string
  readonly definition?: SerializedProduction[]
  readonly separator?: SerializedProduction
}

/** The rules of the grammar, in the order of their declarations. */
export function grammarRules(): GrammarRule[] {
  const rules: readonly SerializedProduction[] = new FilterGrammar({
    skipValidations: false,
  }).getSerializedGastProductions()
  return rules.map((rule) => ({ name: String(rule.name), production: sequence(rule.definition) }))
}

function production(node: SerializedProduction): Production {
  switch (node.type) {
    case "NonTerminal":
      return { kind: "rule", name: String(node.name) }
    case "Terminal":
      return { kind: "token", type: tokenType(node.name) }
    case "Alternation":
      return { kind: "choice", alternatives: (node.definition ?? []).map(production) }
    case "RepetitionWithSeparator":
      return {
        kind: "list",
        item: sequence(node.definition),
        separator: tokenType(node.separator?.name),
      }
    case "Alternative":
      return sequence(node.definition)
    default:
      throw new Error(`The generators do not support ${node.type}, which the grammar uses`)
  }
}

function sequence(definition: readonly SerializedProduction[] = []): Production {
  const parts = definition.map(production)
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: "sequence", parts }
}

function tokenType(name: string | undefined): TokenType {
  const type = vocabulary.find((candidate) => candidate.name === name)
  if (type === undefined) throw new Error(`No token has the name ${name}`)
  return type
}
