import fc from "fast-check"
import { expect, test } from "vitest"
import { whiteSpaceEdits } from "../../src/codemirror/white-space-edits.ts"
import { applyEdits } from "../../src/editor.ts"
import { runs } from "../properties/runs.ts"

test.each([
  ["nothing", '{"a": 1}', '{"a": 1}', []],
  ["white space that is new", "[1,2]", "[1, 2]", [{ start: 3, end: 3, text: " " }]],
  [
    "white space that goes",
    "[ 1 ]\n",
    "[1]",
    [
      { start: 1, end: 2, text: "" },
      { start: 3, end: 4, text: "" },
      { start: 5, end: 6, text: "" },
    ],
  ],
  ["other white space", "[\t1]", "[\n  1]", [{ start: 1, end: 2, text: "\n  " }]],
  ["a new line at the end", "[]", "[]\n", [{ start: 2, end: 2, text: "\n" }]],
  ["another text", "[ 1]", "[2]", [{ start: 0, end: 4, text: "[2]" }]],
  ["a longer text", "[1]", "[1],", [{ start: 0, end: 3, text: "[1]," }]],
  ["a shorter text", "[1],", "[1]", [{ start: 0, end: 4, text: "[1]" }]],
])("%s", (_, before, after, edits) => {
  expect(whiteSpaceEdits(before, after)).toEqual(edits)
})

test("the edits change the one text into the other", () => {
  const text = fc.string({ unit: fc.constantFrom(..."[]1 \n") })
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, whiteSpaceEdits(before, after))).toBe(after)
    }),
    runs(500),
  )
})
