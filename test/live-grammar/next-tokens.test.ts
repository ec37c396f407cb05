import fc from "fast-check"
import { expect, test } from "vitest"
import { grammarRules } from "../../grammar/rules.ts"
import { FilterGrammar, FilterLexer } from "../../src/grammar.ts"
import { NextTokens } from "../../src/live-grammar/next-tokens.ts"
import { filterText } from "../arbitraries/filters.ts"
import { runs } from "../properties/runs.ts"

const grammar = new FilterGrammar()
const lexer = new FilterLexer()
const nextTokens = new NextTokens(grammarRules(grammar))

/** Only Chevrotain 11 has `computeContentAssist`, so .ci/run leaves this file out when it tests a later version. */
function agrees(text: string): void {
  const { tokens } = lexer.tokenize(text)
  const computed = grammar.computeContentAssist("filter", tokens)
  const described = (name: string, ruleStack: readonly string[]) => `${ruleStack.join(" ")} ${name}`
  expect(
    nextTokens
      .after(tokens)
      .map(({ tokenType, ruleStack }) => described(tokenType.name, ruleStack))
      .sort(),
  ).toEqual(computed.map(({ nextTokenType, ruleStack }) => described(nextTokenType.name, ruleStack)).sort())
}

test("the next tokens are those that Chevrotain 11 computes, after any part of a filter", () => {
  fc.assert(
    fc.property(filterText, fc.nat(), (text, nat) => agrees(text.slice(0, nat % (text.length + 1)))),
    runs(300),
  )
})

test("and after any part of JSON", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (text, nat) =>
      agrees(text.slice(0, nat % (text.length + 1))),
    ),
    runs(300),
  )
})
