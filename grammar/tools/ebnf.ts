import type { TokenType } from "chevrotain"
import type { Production } from "../rules.ts"
import { literalOf, publishedRules, publishedTokens } from "./published-rules.ts"

/** The grammar in the EBNF of the W3C's XML recommendation. Patterns of tokens are ECMAScript regular expressions. */
export function ebnf(): string {
  const rules = publishedRules().map(({ name, production }) => `${name} ::= ${write(production)}`)
  const tokens = publishedTokens().map(
    ({ name, label, pattern }) => `/* ${label} */\n${name} ::= /${pattern}/`,
  )
  return [
    "/* The filter language of the Teamwork Desk API v2. Written by `npm run grammar`. */",
    rules.join("\n"),
    "/* Tokens. White space is allowed between any two. */",
    tokens.join("\n"),
    "",
  ].join("\n\n")
}

/** Needs no parentheses: a choice is always the whole right-hand side of a rule, which the parser generator ensures. */
function write(production: Production): string {
  switch (production.kind) {
    case "sequence":
      return production.parts.map(write).join(" ")
    case "choice":
      return production.alternatives.map(write).join(" | ")
    case "list": {
      const item = write(production.item)
      return `( ${item} ( ${token(production.separator)} ${item} )* )?`
    }
    case "rule":
      return production.name
    case "token":
      return token(production.type)
  }
}

function token(type: TokenType): string {
  const literal = literalOf(type)
  return literal === undefined ? type.name : `'${literal}'`
}
