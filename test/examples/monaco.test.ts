import { customers } from "desk-filter/desk"
import { expect, test } from "vitest"
import {
  fixesIn,
  formattingOf,
  hoverAt,
  type Model,
  markersOf,
  suggestionsAt,
} from "../../examples/monaco/providers.ts"

function modelOf(text: string): Model {
  const lines = text.split("\n")
  const startOf = (line: number) => lines.slice(0, line).join("\n").length + (line === 0 ? 0 : 1)
  return {
    getValue: () => text,
    getOffsetAt: ({ lineNumber, column }) => startOf(lineNumber - 1) + column - 1,
    getPositionAt(offset) {
      const before = text.slice(0, offset).split("\n")
      return { lineNumber: before.length, column: (before.at(-1) ?? "").length + 1 }
    },
  }
}

test("completions are snippets with a range of the model", () => {
  const { suggestions } = suggestionsAt(customers, modelOf('{\n"sta'), { lineNumber: 2, column: 5 })
  expect(suggestions[0]).toMatchObject({
    label: "state",
    insertText: `"state":"\${0:}"\\}`,
    range: { startLineNumber: 2, startColumn: 1, endLineNumber: 2, endColumn: 5 },
  })
})

test("a mistake is a marker with its hint, and its fix an action", () => {
  const model = modelOf('{\n"stat":"x"}')
  const [marker] = markersOf(customers, model)
  expect(marker).toMatchObject({ code: "unknown-field", startLineNumber: 2, startColumn: 1, endColumn: 7 })
  expect(marker?.message).toContain("did you mean")
  const range = { startLineNumber: 2, startColumn: 3, endLineNumber: 2, endColumn: 3 }
  expect(fixesIn(customers, model, "uri", range).actions).toMatchObject([
    { title: 'Change to "state"', edit: { edits: [{ resource: "uri", textEdit: { text: '"state"' } }] } },
  ])
  const elsewhere = { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 }
  expect(fixesIn(customers, model, "uri", elsewhere).actions).toEqual([])
})

test("explanations are escaped, and formatting has the options of the editor", () => {
  const model = modelOf('{"contacts.value":"a"}')
  const { contents, range } = hoverAt(customers, model, { lineNumber: 1, column: 4 }) ?? {}
  expect(range?.endColumn).toBe(18)
  expect(contents?.[0]?.value).toContain("\\.")
  expect(formattingOf(model, { tabSize: 4, insertSpaces: true })[0]?.text).toBe(
    '{\n    "contacts.value": "a"\n}',
  )
  expect(formattingOf(model, { tabSize: 4, insertSpaces: false })[0]?.text).toBe(
    '{\n\t"contacts.value": "a"\n}',
  )
})
