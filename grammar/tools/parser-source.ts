import type { TokenType } from "chevrotain"
import { type GrammarRule, grammarRules, type Production } from "../rules.ts"
import { NumberToken } from "../tokens.ts"

type Choice = Extract<Production, { kind: "choice" }>
type List = Extract<Production, { kind: "list" }>

/**
 * The source of a recursive descent parser for the grammar, with one method for each rule, and the types of its nodes.
 * A choice between rules returns the node of the chosen rule. Every other rule makes a node of its own.
 */
export function parserSource(): string {
  const rules = grammarRules()
  const writer = new ParserWriter(rules)
  return `// Written by \`npm run grammar\` from the rules of grammar.ts.
import type { Span } from "../../src/syntax/span.ts"
import { PredictiveParser } from "../predictive-parser.ts"
import { type Bounds, Kind } from "../scanner.ts"

/** The types of the nodes of a tree. The user of the parser chooses them. */
export interface NodeTypes {
${writer.nodes.map(({ name }) => `  ${name}: unknown`).join("\n")}
}

/** Makes the nodes of a tree. Spans are undefined if the parser was told to leave them out. */
export interface NodeFactory<T extends NodeTypes> {
${writer.nodes.map((rule) => `  ${writer.signature(rule)}`).join("\n")}
}

/** The node of a whole text. */
export type Root<T extends NodeTypes> = ${writer.typeOf("filter")}

export class FilterParser<T extends NodeTypes> extends PredictiveParser {
  constructor(
    private readonly make: NodeFactory<T>,
    text: string,
    bounds: Bounds,
    spans: boolean,
  ) {
    super(text, bounds, spans)
  }

  /** The tree of the whole text. Undefined if the text has a syntax error or exceeds a bound. */
  parse(): Root<T> | undefined {
    return this.parseWhole(() => this.filter())
  }

${rules.map((rule) => writer.method(rule)).join("\n\n")}
}
`
}

class ParserWriter {
  readonly #rules: ReadonlyMap<string, Production>
  /** The rules that make nodes. */
  readonly nodes: readonly GrammarRule[]

  constructor(rules: readonly GrammarRule[]) {
    this.#rules = new Map(rules.map(({ name, production }) => [name, production]))
    this.nodes = rules.filter(({ production }) => !isChoiceOfRules(production))
  }

  signature({ name, production }: GrammarRule): string {
    const parameters = isOfTokens(production)
      ? [this.#valueOf(production) === "digits" ? "digits: number | string" : "text: string"]
      : partsOf(production).flatMap((part) => {
          if (part.kind === "rule") return [`${part.name}: ${this.typeOf(part.name)}`]
          return part.kind === "list" ? [`items: readonly ${this.#itemType(part)}[]`] : []
        })
    return `${name}(${[...parameters, "span: Span | undefined"].join(", ")}): T["${name}"]`
  }

  /** The type of the node that a rule returns. */
  typeOf(name: string): string {
    return `T[${this.#nodesOf(name)
      .map((node) => `"${node}"`)
      .join(" | ")}]`
  }

  method({ name, production }: GrammarRule): string {
    const body = isChoiceOfRules(production)
      ? this.#choice(production)
      : isOfTokens(production)
        ? this.#tokens(name, production)
        : this.#sequence(name, production)
    return `  private ${name}(): ${this.typeOf(name)} {\n${indent(body)}\n  }`
  }

  /** The alternative with the most first tokens needs no test: its own rule rejects any other token. */
  #choice({ alternatives }: Choice): string[] {
    const tests = alternatives.map((alternative) => ({
      kinds: this.#firstOf(alternative).map((type) => `  case ${kindOf(type)}:`),
      call: `    return this.${nameOfRule(alternative)}()`,
    }))
    const last = tests.reduce((most, test) => (test.kinds.length > most.kinds.length ? test : most))
    const tested = tests.filter((test) => test !== last)
    return [
      "switch (this.kind) {",
      ...tested.flatMap(({ kinds, call }) => [...kinds, call]),
      "  default:",
      last.call,
      "}",
    ]
  }

  #tokens(name: string, production: Production): string[] {
    const kinds = this.#firstOf(production).map(kindOf)
    const value = this.#valueOf(production)
    return [
      `const { ${value}, start } = this`,
      kinds.length === 1
        ? `this.expect(${kinds[0]})`
        : `if (!(${kinds.map((kind) => `this.accept(${kind})`).join(" || ")})) this.reject()`,
      `return this.make.${name}(${value}, this.spanFrom(start))`,
    ]
  }

  /** The property of the scanner that has the value of a token. */
  #valueOf(production: Production): "digits" | "text" {
    return this.#firstOf(production).every((type) => type === NumberToken) ? "digits" : "text"
  }

  #sequence(name: string, production: Production): string[] {
    const parts = partsOf(production)
    const steps = parts.flatMap((part, index): { lines: string[]; made?: string }[] => {
      switch (part.kind) {
        case "token":
          return [{ lines: [`this.expect(${kindOf(part.type)})`] }]
        case "rule":
          return [{ lines: [`const ${part.name} = this.${part.name}()`], made: part.name }]
        case "list":
          return [{ lines: this.#list(part, parts[index + 1]), made: "items" }]
        default:
          throw new Error(`Rule ${name} contains a ${part.kind}: move it to a separate rule`)
      }
    })
    const made = steps.flatMap((step) => step.made ?? [])
    return [
      "const { start } = this",
      ...steps.flatMap(({ lines }) => lines),
      `return this.make.${name}(${[...made, "this.spanFrom(start)"].join(", ")})`,
    ]
  }

  /** The list is empty if its first token is the token that follows the list. Otherwise an item has to come first. */
  #list(list: List, next: Production | undefined): string[] {
    if (next?.kind !== "token") throw new Error("A list must be followed by a token")
    const item = `this.${nameOfRule(list.item)}()`
    return [
      `const items: ${this.#itemType(list)}[] = this.kind === ${kindOf(next.type)} ? [] : [${item}]`,
      `while (this.accept(${kindOf(list.separator)})) items.push(${item})`,
    ]
  }

  #itemType(list: List): string {
    return this.typeOf(nameOfRule(list.item))
  }

  /** The rules whose nodes a rule can return. */
  #nodesOf(name: string): string[] {
    const production = this.#productionOf(name)
    return isChoiceOfRules(production)
      ? production.alternatives.flatMap((alternative) => this.#nodesOf(nameOfRule(alternative)))
      : [name]
  }

  /** The FIRST set: the tokens that a production can begin with. */
  #firstOf(production: Production): TokenType[] {
    switch (production.kind) {
      case "token":
        return [production.type]
      case "rule":
        return this.#firstOf(this.#productionOf(production.name))
      case "choice":
        return production.alternatives.flatMap((alternative) => this.#firstOf(alternative))
      case "sequence":
        return production.parts.slice(0, 1).flatMap((part) => this.#firstOf(part))
      case "list":
        throw new Error("A rule must not begin with a list, because a list can be empty")
    }
  }

  #productionOf(name: string): Production {
    const production = this.#rules.get(name)
    if (production === undefined) throw new Error(`No rule has the name ${name}`)
    return production
  }
}

function partsOf(production: Production): readonly Production[] {
  return production.kind === "sequence" ? production.parts : [production]
}

function isChoiceOfRules(production: Production): production is Choice {
  return production.kind === "choice" && production.alternatives.every(({ kind }) => kind === "rule")
}

/** Whether the production is a single token or a choice between tokens. */
function isOfTokens(production: Production): boolean {
  return (
    production.kind === "token" ||
    (production.kind === "choice" && production.alternatives.every(({ kind }) => kind === "token"))
  )
}

function nameOfRule(production: Production): string {
  if (production.kind !== "rule") throw new Error(`Move the ${production.kind} to a separate rule`)
  return production.name
}

function kindOf({ name }: TokenType): string {
  return `Kind.${name}`
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join("\n")
}
