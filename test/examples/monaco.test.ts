import { customers } from "desk-filter/desk"
import { expect, test } from "vitest"
import {
  formattingOf,
  hoverAt,
  type Model,
  markersOf,
  suggestionsAt,
} from "../../examples/monaco/providers.ts"

/** A model of one line. */
const modelOf = (text: string): Model => ({
  getValue: () => text,
  getOffsetAt: ({ column }) => column - 1,
  getPositionAt: (offset) => ({ lineNumber: 1, column: offset + 1 }),
})

test("the providers answer with ranges of the model", () => {
  const begun = suggestionsAt(customers, modelOf('{"sta'), { lineNumber: 1, column: 6 })
  expect(begun.suggestions[0]).toMatchObject({ label: "state", range: { startColumn: 2, endColumn: 6 } })
  const model = modelOf('{"stat":1}')
  expect(markersOf(customers, model)).toMatchObject([{ code: "unknown-field", startColumn: 2, endColumn: 8 }])
  expect(hoverAt(customers, modelOf('{"state":"a"}'), { lineNumber: 1, column: 4 })?.range.endColumn).toBe(9)
  expect(formattingOf(model)).toMatchObject([{ range: { endColumn: 11 }, text: '{\n  "stat": 1\n}' }])
})
