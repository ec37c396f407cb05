import { tokenLabel } from "chevrotain"
import { type GrammarRule, grammarRules, type Production } from "../rules.ts"
import { Kind } from "../scanner.ts"
import { beginnings } from "./beginnings.ts"

/** A row of the table: a nonterminal, what it can become, and the words for what it begins with. */
interface Row {
  readonly name: string
  readonly productions: readonly (readonly string[])[]
  readonly expected: string
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

const expectations: Readonly<Partial<Record<Nonterminal, string>>> = {
${rows.flatMap(({ name, expected }) => (expected === VALUE ? [] : [`  [Nonterminal.${name}]: ${quoted(expected)},`])).join("\n")}
}

/** What the text must have where a nonterminal begins, in words. */
export function expectation(nonterminal: Nonterminal): string {
  return expectations[nonterminal] ?? "${VALUE}"
}

/** The error productions for valid JSON that is not a valid filter. */
export const misplaced: readonly Nonterminal[] = [
${rows.flatMap(({ name }) => (name.startsWith("misplaced") ? [`  Nonterminal.${name},`] : [])).join("\n")}
]
`
}

const VALUE = "a value"

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
      expected: this.#expected(name),
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
      const close = `"${tokenLabel(end.type)}"`
      const more = `Nonterminal.${name}More`
      return [
        {
          name: `${name}Items`,
          productions: [[symbolOf(end)], [symbolOf(list.item), more]],
          expected: `${this.#expected(list.item.name)} or ${close}`,
        },
        {
          name: `${name}More`,
          productions: [[symbolOf(end)], [`Kind.${list.separator.name}`, symbolOf(list.item), more]],
          expected: `"${tokenLabel(list.separator)}" or ${close}`,
        },
      ]
    })
  }

  /** The words of a rule are those of the first rule that it begins with and that has words of its own. */
  #expected(name: string): string {
    const words = beginnings[name]
    if (words !== undefined) return words
    const rule = this.#rules.find((one) => one.name === name)
    const [first] = rule === undefined ? [] : partsOf(rule.production)
    return first?.kind === "rule" ? this.#expected(first.name) : VALUE
  }
}

function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`
}

function partsOf(production: Production): readonly Production[] {
  return production.kind === "sequence" ? production.parts : [production]
}

function symbolOf(production: Production): string {
  if (production.kind === "rule") return `Nonterminal.${production.name}`
  if (production.kind === "token") return `Kind.${production.type.name}`
  throw new Error(`Move the ${production.kind} to a separate rule`)
}
