import type { TokenType } from "chevrotain"
import railroad, { type Track } from "railroad-diagrams"
import { literalOf, publishedRules, publishedTokens } from "./published-rules.ts"
import type { Piece } from "./rules.ts"

/** The grammar as a page of railroad diagrams: static SVG, which opens anywhere and needs no network. */
export function diagram(): string {
  const rules = publishedRules().map(
    ({ name, piece }) => `<h2 id="${name}">${name}</h2>\n${railroad.Diagram(track(piece))}`,
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
<p>White space may stand between any two.</p>
<dl>
${tokens.join("\n")}
</dl>
</html>
`
}

function track(piece: Piece): Track {
  switch (piece.kind) {
    case "sequence":
      return railroad.Sequence(...piece.pieces.map(track))
    case "choice":
      return railroad.Choice(0, ...piece.pieces.map(track))
    case "list":
      return railroad.ZeroOrMore(track(piece.piece), token(piece.separator))
    case "rule":
      return named(piece.name)
    case "token":
      return token(piece.type)
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
