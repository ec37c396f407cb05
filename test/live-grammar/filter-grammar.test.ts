import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { FilterGrammar } from "../../src/grammar.ts"
import { type Diagnostic, safeParseFilter } from "../../src/index.ts"

const grammar = new FilterGrammar()

/** The first syntax error that `parseFilter` reports. */
function syntaxErrorOf(text: string): Diagnostic | undefined {
  const result = safeParseFilter(customers, text)
  return result.ok ? undefined : result.error.diagnostics.find(({ code }) => code === "syntax")
}

test("a parser reads one text after the other", () => {
  const { tree } = grammar.parse('{"id":5}')
  expect(grammar.parse('{"id":').tree).toBeUndefined()
  expect(grammar.parse("#").tree).toBeUndefined()
  const again = grammar.parse('{"id":5}')
  expect(again).toEqual({ tree, lexErrors: [], parseErrors: [] })
  expect(tree).toMatchObject({ kind: "object", entries: [{ kind: "field", name: { text: "id" } }] })
})

test("a text with an invalid character has no tree, even if the parser accepts its tokens", () => {
  const { tree, lexErrors, parseErrors } = grammar.parse('{"id":5}#')
  expect(tree).toBeUndefined()
  expect(lexErrors.map(({ offset, length, message }) => [offset, length, message])).toEqual([
    [8, 1, "Unexpected characters: #"],
  ])
  expect(parseErrors).toEqual([])
})

describe("a syntax error has the words of parseFilter", () => {
  test.each([
    "}",
    "{5",
    "{}}",
    '{"id":5 7}',
    '{"id" 5}',
    '{"id":}',
    '{"id":5,}',
    '{"$or" 5}',
    '{"$or":}',
    '{"$or":[}',
    '{"$or":[{}:]}',
    '{"id":{5}}',
    '{"id":{"$in"]}}',
    '{"id":{"$in":[:]}}',
    '{"id":{"$in":[[]:]}}',
    '{"id":{"$in":[5}}',
    '{"id":{"$eq":5,}}',
    '{"id":{"$in":[{5}]}}',
    '{"id":{"$in":[{"a":[]]}]}}',
    '{"id":[[],,5]}',
    '{"$eq":,5}',
  ])("%s", (text) => {
    const diagnostic = syntaxErrorOf(text)
    const [error] = grammar.parse(text).parseErrors
    expect(error?.message).toBe(diagnostic?.message)
    expect(error?.token.startOffset).toBe(diagnostic?.span?.start)
  })

  test.each(["{", '{"id"', '{"id":', '{"id":5', '{"id":{', '{"$or":[', '{"id":{"$in":[5'])("%j", (text) => {
    const result = safeParseFilter(customers, text === "" ? " [" : text)
    const [diagnostic] = result.ok ? [] : result.error.diagnostics
    expect(diagnostic?.message).toContain("expected ")
    const [, words] = /expected (.*)/.exec(diagnostic?.message ?? "") ?? []
    expect(grammar.parse(text).parseErrors[0]?.message).toBe(`Expected ${words}, not the end of the text`)
  })
})

test("messages repeat the input in printable characters", () => {
  expect(grammar.parse('{"a" "\u202e"}').parseErrors[0]?.message).toBe('Expected ":", not "\\u202e"')
  expect(grammar.parse("{}\u202e").lexErrors[0]?.message).toBe("Unexpected characters: \\u202e")
})

test("tokens that only error recovery knows are in no message", () => {
  const messages = ["", "{,", '{"id":,', '{"id":[,'].map(
    (text) => grammar.parse(text).parseErrors[0]?.message,
  )
  expect(messages.join()).not.toMatch(/missing/i)
})
