import type { TokenType } from "chevrotain"
import { literalOf, publishedRules, publishedTokens } from "./published-rules.ts"
import type { Piece } from "./rules.ts"

/** The grammar in the EBNF of the W3C's XML recommendation; the patterns of tokens are ECMAScript's. */
export function ebnf(): string {
  const rules = publishedRules().map(({ name, piece }) => `${name} ::= ${write(piece)}`)
  const tokens = publishedTokens().map(
    ({ name, label, pattern }) => `/* ${label} */\n${name} ::= /${pattern}/`,
  )
  return [
    "/* The filter language of the Teamwork Desk API v2. Written by `npm run grammar`. */",
    rules.join("\n"),
    "/* Tokens. White space may stand between any two. */",
    tokens.join("\n"),
    "",
  ].join("\n\n")
}

function write(piece: Piece): string {
  switch (piece.kind) {
    case "sequence":
      return piece.pieces
        .map((inner) => (inner.kind === "choice" ? `( ${write(inner)} )` : write(inner)))
        .join(" ")
    case "choice":
      return piece.pieces.map(write).join(" | ")
    case "list": {
      const item = piece.piece.kind === "choice" ? `( ${write(piece.piece)} )` : write(piece.piece)
      return `( ${item} ( ${token(piece.separator)} ${item} )* )?`
    }
    case "rule":
      return piece.name
    case "token":
      return token(piece.type)
  }
}

function token(type: TokenType): string {
  const literal = literalOf(type)
  return literal === undefined ? type.name : `'${literal}'`
}
