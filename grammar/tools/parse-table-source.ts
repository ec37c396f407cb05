import { type TokenType, tokenLabel } from "chevrotain"
import type { Expectation } from "../../src/syntax/expectation.ts"
import { type GrammarRule, grammarRules, type Production } from "../rules.ts"
import { Kind } from "../scanner.ts"
import { beginnings } from "./beginnings.ts"

/** A row of the table: a nonterminal, what it can become, and what it begins with. */
interface Row {
  readonly name: string
  readonly productions: readonly (readonly string[])[]
  readonly expected: readonly Expectation[]
}

/**
 * The source of the parse table: the grammar in a form for an LL(1) automaton. A list becomes two nonterminals, one for
 * its first item and one for what follows an item, and both end with the token that closes the list. So no production is
 * empty, and each begins with another token.
 */
export function parseTableSource(): string {
  const rules = grammarRules()
  const rows = new RowWriter(rules).rows()
  return `// Written by \`npm run grammar\` from the rules of grammar.ts.
import type { Expectation } from "../../src/syntax/expectation.ts"
import { Kind } from "../scanner.ts"

/** The numbers of the nonterminals begin after those of the kinds of tokens. */
export enum Nonterminal {
${rows.map(({ name }, index) => `  ${name}${index === 0 ? ` = ${Kind.Missing + 1}` : ""},`).join("\n")}
}

type Production = readonly [Kind | Nonterminal, ...(Kind | Nonterminal)[]]

/** What each nonterminal can become, in the order of the nonterminals. */
export const productions: readonly (readonly Production[])[] = [
${rows.map(({ name, productions }) => `  /* ${name} */ [${productions.map((symbols) => `[${symbols.join(", ")}]`).join(", ")}],`).join("\n")}
]

const expectations: Readonly<Partial<Record<Nonterminal, readonly Expectation[]>>> = {
${rows.flatMap(({ name, expected }) => (String(expected) === VALUE ? [] : [`  [Nonterminal.${name}]: [${expected.map((one) => `"${one}"`).join(", ")}],`])).join("\n")}
}

/** What the text must have where a nonterminal begins: one of these. */
export function expectationAt(nonterminal: Nonterminal): readonly Expectation[] {
  return expectations[nonterminal] ?? ["${VALUE}"]
}

/** The error productions for valid JSON that is not a valid filter. */
export const misplaced: readonly Nonterminal[] = [
${rows.flatMap(({ name }) => (name.startsWith("misplaced") ? [`  Nonterminal.${name},`] : [])).join("\n")}
]
`
}

const VALUE: Expectation = "value"

class RowWriter {
  readonly #rules: readonly GrammarRule[]

  constructor(rules: readonly GrammarRule[]) {
    this.#rules = rules
  }

  rows(): Row[] {
    return this.#rules.flatMap((rule) => [this.#rule(rule), ...this.#lists(rule)])
  }

  #rule({ name, production }: GrammarRule): Row {
    const alternatives = production.kind === "choice" ? production.alternatives : [production]
    return {
      name,
      productions: alternatives.map((alternative) => this.#symbols(name, alternative)),
      expected: [this.#expected(name)],
    }
  }

  /** The symbols of a sequence. The nonterminal of a list includes the token that closes it. */
  #symbols(rule: string, production: Production): string[] {
    return partsOf(production).flatMap((part, index, parts) => {
      if (parts[index - 1]?.kind === "list") return []
      return part.kind === "list" ? [`Nonterminal.${rule}Items`] : [symbolOf(part)]
    })
  }

  #lists({ name, production }: GrammarRule): Row[] {
    return partsOf(production).flatMap((list, index, parts) => {
      if (list.kind !== "list") return []
      const end = parts[index + 1]
      if (end?.kind !== "token" || list.item.kind !== "rule")
        throw new Error(`The list of rule ${name} must be a list of one rule, with a token after it`)
      const close = punctuation(end.type)
      const more = `Nonterminal.${name}More`
      return [
        {
          name: `${name}Items`,
          productions: [[symbolOf(end)], [symbolOf(list.item), more]],
          expected: [this.#expected(list.item.name), close],
        },
        {
          name: `${name}More`,
          productions: [[symbolOf(end)], [`Kind.${list.separator.name}`, symbolOf(list.item), more]],
          expected: [punctuation(list.separator), close],
        },
      ]
    })
  }

  /** A rule begins as the first rule does that it begins with and that the table has. */
  #expected(name: string): Expectation {
    const beginning = beginnings[name]
    if (beginning !== undefined) return beginning
    const rule = this.#rules.find((one) => one.name === name)
    const [first] = rule === undefined ? [] : partsOf(rule.production)
    return first?.kind === "rule" ? this.#expected(first.name) : VALUE
  }
}

/** The label of a token of punctuation is its text. */
function punctuation(type: TokenType): Expectation {
  return tokenLabel(type) as Expectation
}

function partsOf(production: Production): readonly Production[] {
  return production.kind === "sequence" ? production.parts : [production]
}

function symbolOf(production: Production): string {
  if (production.kind === "rule") return `Nonterminal.${production.name}`
  if (production.kind === "token") return `Kind.${production.type.name}`
  throw new Error(`Move the ${production.kind} to a separate rule`)
}
