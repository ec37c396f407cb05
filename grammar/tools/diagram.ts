import type { TokenType } from "chevrotain"
import railroad, { type Track } from "railroad-diagrams"
import type { Production } from "../rules.ts"
import { literalOf, publishedRules, publishedTokens } from "./published-rules.ts"

/** A rule or a token, and its railroad diagram. */
export interface Diagram {
  readonly name: string
  readonly svg: string
}

/** The railroad diagrams of the grammar, as static SVG that a page colours. */
export function diagrams(): readonly Diagram[] {
  const rules = publishedRules().map(({ name, production }) => drawn(name, track(production)))
  const tokens = publishedTokens().map(({ name, label, pattern }) =>
    drawn(name, railroad.Terminal(label), `${label}: ${pattern}`),
  )
  return [...rules, ...tokens]
}

/** The diagrams as the file that the playground imports. */
export function diagramsSource(): string {
  return `${JSON.stringify(diagrams(), null, 2)}\n`
}

function drawn(name: string, content: Track, description = name): Diagram {
  const title = `<title>${escapeHtml(`Railroad diagram of ${description}`)}</title>`
  const svg = String(railroad.Diagram(content))
  return {
    name,
    svg: svg.replace(/<svg ([^>]*)>/, (_, attributes) => `<svg role="img" ${attributes}>${title}`),
  }
}

function track(production: Production): Track {
  switch (production.kind) {
    case "sequence":
      return railroad.Sequence(...production.parts.map(track))
    case "choice":
      return railroad.Choice(0, ...production.alternatives.map(track))
    case "list":
      return railroad.ZeroOrMore(track(production.item), token(production.separator))
    case "rule":
      return named(production.name)
    case "token":
      return token(production.type)
  }
}

function token(type: TokenType): Track {
  const literal = literalOf(type)
  return literal === undefined ? named(type.name) : railroad.Terminal(literal)
}

function named(name: string): Track {
  return railroad.NonTerminal(name)
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}
