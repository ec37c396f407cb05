import { EOF } from "chevrotain"
import fc from "fast-check"
import { expect, test } from "vitest"
import { FilterParser } from "../../grammar/generated/parser.ts"
import { expectedKinds, Stack } from "../../grammar/recovery/stack.ts"
import { grammarRules } from "../../grammar/rules.ts"
import { Kind, UNBOUNDED } from "../../grammar/scanner.ts"
import { FilterGrammar, FilterLexer, type ParsedText } from "../../src/grammar.ts"
import { NextTokens } from "../../src/live-grammar/next-tokens.ts"
import { nodes } from "../../src/read/nodes.ts"
import { filterText } from "../arbitraries/filters.ts"
import { runs } from "../properties/runs.ts"

const grammar = new FilterGrammar()
const lexer = new FilterLexer()
const nextTokens = new NextTokens(grammarRules(grammar))

/**
 * The generated parser and the live grammar make the same tree of a text, or find the first mistake in the same place.
 * There, the generated parse table expects the same tokens as the live grammar.
 */
function agrees(text: string): void {
  const parser = new FilterParser(nodes, text, UNBOUNDED, true)
  const tree = parser.parse()
  const parsed = grammar.parse(text)
  expect(parsed.tree).toEqual(tree)
  if (tree !== undefined) return

  const start = firstMistakeOf(parsed, text)
  expect(parser.lookahead.start).toBe(start)

  const before = lexer.tokenize(text).tokens.filter(({ startOffset }) => startOffset < start)
  const stack = before.reduce<Stack | undefined>(
    (stack, { tokenType: { name } }) => stack?.shift(Kind[name as keyof typeof Kind])?.stack,
    Stack.start(),
  )
  const expected = stack && Array.from(expectedKinds(stack), (kind) => Kind[kind])
  const next = nextTokens.after(before).map(({ tokenType }) => tokenType.name)
  // No token follows where the text must end.
  expect(next.length === 0 ? ["End"] : next.sort()).toEqual(expected?.sort())
}

/** The offset of the first mistake that the live grammar finds. */
function firstMistakeOf({ lexErrors, parseErrors }: ParsedText, text: string): number {
  return Math.min(
    ...lexErrors.map(({ offset }) => offset),
    ...parseErrors.map(({ token }) => (token.tokenType === EOF ? text.length : token.startOffset)),
  )
}

test("any filter", () => {
  fc.assert(fc.property(filterText, agrees), runs(500))
})

test("any JSON", () => {
  fc.assert(fc.property(fc.json({ maxDepth: 4 }), agrees), runs(500))
})

test("any filter that is cut off", () => {
  fc.assert(
    fc.property(filterText, fc.nat(), (text, nat) => agrees(text.slice(0, nat % text.length))),
    runs(2000),
  )
})

test("any filter with some characters left out", () => {
  fc.assert(
    fc.property(filterText, fc.nat(), fc.nat({ max: 3 }), (text, nat, length) => {
      const at = nat % (text.length + 1)
      agrees(text.slice(0, at) + text.slice(at + length))
    }),
    runs(2000),
  )
})

const token = fc.constantFrom(
  ...[..."{}[]:,", '"a"', '"$eq"', '"$or"', "1", "true", "false", "null"],
  // Tokens that no rule accepts, and a character that is no token.
  ...["x", "'a'", '"', '"\\x"', "#"],
)

test("any tokens", () => {
  fc.assert(
    fc.property(fc.array(token, { maxLength: 12 }), (tokens) => agrees(tokens.join(" "))),
    runs(5000),
  )
})

test("any filter with tokens that are deleted, inserted or moved", () => {
  const change = fc.record({
    at: fc.nat(),
    deleted: fc.nat({ max: 2 }),
    inserted: fc.array(token, { maxLength: 1 }),
    isMove: fc.boolean(),
  })
  fc.assert(
    fc.property(filterText, fc.array(change, { minLength: 1, maxLength: 3 }), (text, changes) => {
      const tokens = lexer.tokenize(text).tokens.map(({ image }) => image)
      for (const { at, deleted, inserted, isMove } of changes) {
        const index = at % (tokens.length + 1)
        const moved = tokens.splice(index, deleted, ...inserted)
        if (isMove) tokens.splice(index + 1, 0, ...moved)
      }
      agrees(tokens.join(" "))
    }),
    runs(2000),
  )
})
