import type { TokenType } from "chevrotain"
import railroad, { type Track } from "railroad-diagrams"
import type { Production } from "../rules.ts"
import { literalOf, publishedRules, publishedTokens } from "./published-rules.ts"

/** The grammar as a page of railroad diagrams in static SVG. The page opens without a network. */
export function diagram(): string {
  const rules = publishedRules().map(
    ({ name, production }) => `<h2 id="${name}">${name}</h2>\n${railroad.Diagram(track(production))}`,
  )
  const tokens = publishedTokens().map(
    ({ name, label, pattern }) =>
      `<dt id="${name}">${name}</dt>\n<dd>${escapeHtml(label)}: <code>${escapeHtml(pattern)}</code></dd>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The filter language of the Teamwork Desk API v2</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
svg { display: block; max-width: 100%; height: auto; }
svg path { stroke: #444; stroke-width: 2; fill: none; }
svg text { font: 14px ui-monospace, monospace; text-anchor: middle; }
svg rect { stroke: #444; stroke-width: 2; fill: #eef3fb; }
svg g.non-terminal rect { fill: #fdf6e3; }
svg a { text-decoration: underline; }
code { overflow-wrap: anywhere; }
</style>
<h1>The filter language of the Teamwork Desk API v2</h1>
${rules.join("\n")}
<h2>Tokens</h2>
<p>White space is allowed between any two tokens.</p>
<dl>
${tokens.join("\n")}
</dl>
</html>
`
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
  return railroad.NonTerminal(name, `#${name}`)
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}
