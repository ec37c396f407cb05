import {
  defaultHighlightStyle,
  ensureSyntaxTree,
  foldable,
  getIndentation,
  indentUnit,
  matchBrackets,
} from "@codemirror/language"
import { EditorState } from "@codemirror/state"
import { classHighlighter, highlightCode } from "@lezer/highlight"
import { describe, expect, test } from "vitest"
import { deskFilterLanguage } from "../../src/codemirror.ts"

function stateOf(doc: string): EditorState {
  const state = EditorState.create({ doc, extensions: [deskFilterLanguage, indentUnit.of("  ")] })
  ensureSyntaxTree(state, doc.length, 10_000)
  return state
}

/** The parts of a text that have a class, with their classes. */
function highlighted(text: string, highlighter = classHighlighter): [string, string][] {
  const parts: [string, string][] = []
  const put = (part: string, classes: string) => {
    if (classes !== "") parts.push([part, classes])
  }
  highlightCode(text, deskFilterLanguage.parser.parse(text), highlighter, put, () => {})
  return parts
}

describe("highlighting", () => {
  test("distinguishes fields, operators and values", () => {
    expect(highlighted('{"$or":[{"id":{"$eq":"x"}},1,true,null]}')).toEqual([
      ["{", "tok-punctuation"],
      ['"$or"', "tok-keyword"],
      [":", "tok-punctuation"],
      ["[", "tok-punctuation"],
      ["{", "tok-punctuation"],
      ['"id"', "tok-propertyName"],
      [":", "tok-punctuation"],
      ["{", "tok-punctuation"],
      ['"$eq"', "tok-keyword"],
      [":", "tok-punctuation"],
      ['"x"', "tok-string"],
      ["}", "tok-punctuation"],
      ["}", "tok-punctuation"],
      [",", "tok-punctuation"],
      ["1", "tok-number"],
      [",", "tok-punctuation"],
      ["true", "tok-bool"],
      [",", "tok-punctuation"],
      ["null", "tok-keyword"],
      ["]", "tok-punctuation"],
      ["}", "tok-punctuation"],
    ])
  })

  test("colours a name and a string that are not finished", () => {
    expect(highlighted('{"a')).toContainEqual(['"a', "tok-propertyName"])
    expect(highlighted("{a:1")).toContainEqual(["a", "tok-propertyName"])
    expect(highlighted('["a')).toContainEqual(['"a', "tok-string"])
  })

  test("has colours in CodeMirror's own style", () => {
    const parts = highlighted('{"$or":"x"}', defaultHighlightStyle as typeof classHighlighter)
    expect(parts.map(([part]) => part)).toEqual(['"$or"', '"x"'])
  })
})

describe("folding", () => {
  test.each([
    ["an object", '{\n  "a": 1\n}', 0, { from: 1, to: 11 }],
    ["a list", '{\n"$or": [\n  1\n]}', 2, { from: 10, to: 15 }],
    ["an object that is not closed", '{\n"a": 1\n', 0, { from: 1, to: 8 }],
    ["nothing on a line inside", '{\n  "a": 1\n}', 2, null],
    ["nothing in an empty list", "[]", 0, null],
  ])("%s", (_, doc, at, range) => {
    const state = stateOf(doc)
    const line = state.doc.lineAt(at)
    expect(foldable(state, line.from, line.to)).toEqual(range)
  })
})

describe("indentation", () => {
  test.each([
    ["in an object", '{\n"a": 1\n}', 2, 2],
    ["of a closing brace", '{\n"a": 1\n}', 3, 0],
    ["in a list in an object", '{\n  "$or": [\n1\n  ]\n}', 3, 4],
    ["of a closing bracket", '{\n  "$or": [\n1\n]\n}', 4, 2],
    ["after a bracket that is not closed", '{\n  "$or": [\n', 3, 4],
    ["after a comma in an object that is not closed", '{\n  "a": 1,\n', 3, 2],
    ["after a colon", '{\n  "a":\n', 3, 2],
  ])("%s", (_, doc, line, indentation) => {
    const state = stateOf(doc)
    expect(getIndentation(state, state.doc.line(line).from)).toBe(indentation)
  })
})

test("brackets match by the tree, not by the characters in strings", () => {
  const state = stateOf('{"a":["}",{}]}')
  expect(matchBrackets(state, 0, 1)).toEqual({
    start: { from: 0, to: 1 },
    end: { from: 13, to: 14 },
    matched: true,
  })
  expect(matchBrackets(state, 13, -1)?.end).toEqual({ from: 5, to: 6 })
})

test("the language tells an editor what to close and when to indent", () => {
  const state = stateOf("{}")
  expect(state.languageDataAt("closeBrackets", 1)).toEqual([{ brackets: ["[", "{", '"'] }])
  const [indentOnInput] = state.languageDataAt<RegExp>("indentOnInput", 1)
  expect(["  }", "]", " x}"].map((line) => indentOnInput?.test(line))).toEqual([true, true, false])
})

test("an editor takes the part of a long text that is parsed in time", () => {
  const doc = `[${"1,".repeat(300_000)}1]`
  const state = EditorState.create({ doc, extensions: [deskFilterLanguage] })
  expect(ensureSyntaxTree(state, 1000, 10_000)?.length).toBeGreaterThanOrEqual(1000)
})
