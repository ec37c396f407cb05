import type { TokenType } from "chevrotain"
import { type GrammarRule, grammarRules, type Piece } from "./rules.ts"

type Choice = Extract<Piece, { kind: "choice" }>

/**
 * A parser of the grammar, as the text of a module: a method for each rule, as one would write it by hand, and the
 * types of what it makes. A rule that is one of some rules passes on what they made; every other one makes a node.
 */
export function parserSource(): string {
  const rules = grammarRules()
  const writer = new ParserWriter(rules)
  return `// Written by \`npm run grammar\` from the rules of grammar.ts.
import { type Place, PredictiveParser } from "../predictive-parser.ts"
import { type Bounds, Kind } from "../scanner.ts"

/** The types of the nodes that a tree is made of. The grammar leaves them to whoever uses it. */
export interface NodeTypes {
${writer.nodes.map(({ name }) => `  ${name}: unknown`).join("\n")}
}

/** How the nodes of a tree are made. A place is undefined where nobody asks for it. */
export interface NodeFactory<T extends NodeTypes> {
${writer.nodes.map((rule) => `  ${writer.signature(rule)}`).join("\n")}
}

export class FilterParser<T extends NodeTypes> extends PredictiveParser {
  constructor(
    private readonly make: NodeFactory<T>,
    text: string,
    bounds: Bounds,
    places: boolean,
  ) {
    super(text, bounds, places)
  }

  /** The tree of the whole text, or undefined where it is no sentence of the grammar or beyond the bounds. */
  parse(): ${writer.typeOf("filter")} | undefined {
    return this.whole(() => this.filter())
  }

${rules.map((rule) => writer.method(rule)).join("\n\n")}
}
`
}

class ParserWriter {
  readonly #rules: ReadonlyMap<string, Piece>
  /** The rules that make nodes. */
  readonly nodes: readonly GrammarRule[]

  constructor(rules: readonly GrammarRule[]) {
    this.#rules = new Map(rules.map(({ name, piece }) => [name, piece]))
    this.nodes = rules.filter(({ piece }) => !isChoiceOfRules(piece))
  }

  signature({ name, piece }: GrammarRule): string {
    const parts = isOfTokens(piece)
      ? ["text: string"]
      : partsOf(piece).flatMap((part) => {
          if (part.kind === "rule") return [`${part.name}: ${this.typeOf(part.name)}`]
          return part.kind === "list" ? [`items: readonly ${this.#itemType(part)}[]`] : []
        })
    return `${name}(${[...parts, "place: Place | undefined"].join(", ")}): T["${name}"]`
  }

  /** The type of what a rule makes or passes on. */
  typeOf(name: string): string {
    return `T[${this.#nodesOf(name)
      .map((node) => `"${node}"`)
      .join(" | ")}]`
  }

  method({ name, piece }: GrammarRule): string {
    const body = isChoiceOfRules(piece)
      ? this.#choice(piece)
      : isOfTokens(piece)
        ? this.#tokens(name, piece)
        : this.#sequence(name, piece)
    return `  private ${name}(): ${this.typeOf(name)} {\n${indent(body)}\n  }`
  }

  #choice({ pieces }: Choice): string[] {
    const cases = pieces.flatMap((piece) => [
      ...this.#firstOf(piece).map((type) => `  case ${kindOf(type)}:`),
      `    return this.${nameOfRule(piece)}()`,
    ])
    return ["switch (this.kind) {", ...cases, "  default:", "    return this.refuse()", "}"]
  }

  #tokens(name: string, piece: Piece): string[] {
    const types = this.#firstOf(piece).map(kindOf)
    return [
      "const { text, start } = this",
      types.length === 1
        ? `this.take(${types[0]})`
        : `if (!(${types.map((type) => `this.took(${type})`).join(" || ")})) this.refuse()`,
      `return this.make.${name}(text, this.placeFrom(start))`,
    ]
  }

  #sequence(name: string, piece: Piece): string[] {
    const steps = partsOf(piece).flatMap((part): { lines: string[]; made?: string }[] => {
      switch (part.kind) {
        case "token":
          return [{ lines: [`this.take(${kindOf(part.type)})`] }]
        case "rule":
          return [{ lines: [`const ${part.name} = this.${part.name}()`], made: part.name }]
        case "list":
          return [{ lines: this.#list(part, partsOf(piece)), made: "items" }]
        default:
          throw new Error(`Rule ${name} has a ${part.kind} in it: make it a rule`)
      }
    })
    const made = steps.flatMap((step) => step.made ?? [])
    return [
      "const { start } = this",
      ...steps.flatMap(({ lines }) => lines),
      `return this.make.${name}(${[...made, "this.placeFrom(start)"].join(", ")})`,
    ]
  }

  /** What ends a list is no item, so anything else has to be one. A list that begins with its item is made no longer than that. */
  #list(list: Extract<Piece, { kind: "list" }>, parts: readonly Piece[]): string[] {
    const after = parts[parts.indexOf(list) + 1]
    if (after?.kind !== "token") throw new Error("A token has to end a list")
    const item = `this.${nameOfRule(list.piece)}()`
    return [
      `const items: ${this.#itemType(list)}[] = this.kind === ${kindOf(after.type)} ? [] : [${item}]`,
      `while (this.took(${kindOf(list.separator)})) items.push(${item})`,
    ]
  }

  #itemType(list: Extract<Piece, { kind: "list" }>): string {
    return this.typeOf(nameOfRule(list.piece))
  }

  /** The rules whose nodes a rule makes or passes on. */
  #nodesOf(name: string): string[] {
    const piece = this.#pieceOf(name)
    return isChoiceOfRules(piece) ? piece.pieces.flatMap((inner) => this.#nodesOf(nameOfRule(inner))) : [name]
  }

  /** The tokens that a piece may begin with. */
  #firstOf(piece: Piece): TokenType[] {
    switch (piece.kind) {
      case "token":
        return [piece.type]
      case "rule":
        return this.#firstOf(this.#pieceOf(piece.name))
      case "choice":
        return piece.pieces.flatMap((inner) => this.#firstOf(inner))
      case "sequence":
        return piece.pieces.slice(0, 1).flatMap((inner) => this.#firstOf(inner))
      case "list":
        throw new Error("A rule begins with a list, which may be empty")
    }
  }

  #pieceOf(name: string): Piece {
    const piece = this.#rules.get(name)
    if (piece === undefined) throw new Error(`No rule is called ${name}`)
    return piece
  }
}

function partsOf(piece: Piece): readonly Piece[] {
  return piece.kind === "sequence" ? piece.pieces : [piece]
}

function isChoiceOfRules(piece: Piece): piece is Choice {
  return piece.kind === "choice" && piece.pieces.every(({ kind }) => kind === "rule")
}

/** Whether the rule is one of some tokens, or a single one. */
function isOfTokens(piece: Piece): boolean {
  return (
    piece.kind === "token" || (piece.kind === "choice" && piece.pieces.every(({ kind }) => kind === "token"))
  )
}

function nameOfRule(piece: Piece): string {
  if (piece.kind !== "rule") throw new Error(`A ${piece.kind} has to be a rule here`)
  return piece.name
}

function kindOf({ name }: TokenType): string {
  return `Kind.${name}`
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join("\n")
}
