import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
} from "chevrotain"
import { FilterRules } from "./grammar.ts"

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

/** The rules of the grammar as data, in the order of their declarations. */
export function grammarRules(grammar: FilterRules = new FilterRules()): GrammarRule[] {
  return Object.values(grammar.getGAstProductions()).map(({ name, definition }) => ({
    name,
    production: sequence(definition),
  }))
}

/** Whether a rule accepts what the language does not have: `FilterRules` explains why there are rules for it. */
export function isErrorProduction(rule: string): boolean {
  return rule.startsWith("misplaced") || rule.startsWith("missing")
}

function production(node: IProduction): Production {
  if (node instanceof NonTerminal) return { kind: "rule", name: node.nonTerminalName }
  if (node instanceof Terminal) return { kind: "token", type: node.terminalType }
  if (node instanceof Alternation) return { kind: "choice", alternatives: node.definition.map(production) }
  if (node instanceof Alternative) return sequence(node.definition)
  if (node instanceof RepetitionWithSeparator)
    return { kind: "list", item: sequence(node.definition), separator: node.separator }
  throw new Error(`The generators do not support ${node.constructor.name}, which the grammar uses`)
}

function sequence(definition: readonly IProduction[]): Production {
  const parts = definition.map(production)
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: "sequence", parts }
}
