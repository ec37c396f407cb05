import { indentUnit } from "@codemirror/language"
import { EditorSelection, EditorState, type Transaction } from "@codemirror/state"
import { describe, expect, test, vi } from "vitest"
import { formatCommand } from "../../src/codemirror/format-filter.ts"
import { formatFilter } from "../../src/codemirror.ts"
import { format } from "../../src/editor.ts"

const spread = (text: string) => text.replace("{", "{\n  ").replace("}", "\n}")

function run(state: EditorState, format: (text: string, options: object) => string) {
  const transactions: Transaction[] = []
  const isHandled = formatCommand(format)({
    state,
    dispatch: (transaction) => void transactions.push(transaction),
  })
  return { isHandled, transactions }
}

describe("the command that formats", () => {
  test("changes the white space, and the selection stays with its text", () => {
    const state = EditorState.create({ doc: '{"id":1}', selection: EditorSelection.range(1, 5) })
    const { isHandled, transactions } = run(state, spread)
    expect(isHandled).toBe(true)
    expect(transactions).toHaveLength(1)
    const { doc, selection } = transactions[0]?.state ?? state
    expect(doc.toString()).toBe('{\n  "id":1\n}')
    expect(doc.sliceString(selection.main.from, selection.main.to)).toContain('"id"')
    expect(selection.main.head).toBe(8)
    expect(transactions[0]?.isUserEvent("format")).toBe(true)
  })

  test("indents as the editor does", () => {
    const format = vi.fn((text: string) => text)
    run(EditorState.create({ doc: "{}", extensions: [indentUnit.of("\t")] }), format)
    expect(format).toHaveBeenCalledExactlyOnceWith("{}", { indent: "\t" })
  })

  test("does nothing to a text that is formatted", () => {
    expect(run(EditorState.create({ doc: "{}" }), (text) => text)).toEqual({
      isHandled: true,
      transactions: [],
    })
  })

  test("does nothing in an editor that only shows a filter", () => {
    const state = EditorState.create({ doc: "{}", extensions: [EditorState.readOnly.of(true)] })
    expect(run(state, spread)).toEqual({ isHandled: false, transactions: [] })
  })

  test("formats filters", () => {
    const doc = '{"id":{"$in":[1,2]}}'
    let formatted = doc
    const state = EditorState.create({ doc, extensions: [indentUnit.of("   ")] })
    formatFilter({
      state,
      dispatch: (transaction) => {
        formatted = transaction.state.doc.toString()
      },
    })
    expect(formatted).toBe(format(doc, { indent: "   " }))
  })
})
