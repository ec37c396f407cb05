// @vitest-environment happy-dom
import {
  autocompletion,
  CompletionContext,
  type CompletionResult,
  type CompletionContext as Context,
  closeBrackets,
  completionStatus,
  currentCompletions,
  insertBracket,
  pickedCompletion,
  startCompletion,
} from "@codemirror/autocomplete"
import { EditorSelection, EditorState, type Extension, type Transaction } from "@codemirror/state"
import { EditorView } from "@codemirror/view"
import { afterEach, describe, expect, test, vi } from "vitest"
import { completionSource, type Find, type FindLive } from "../../src/codemirror/completion-source.ts"
import { deskFilterLanguage } from "../../src/codemirror.ts"
import type { Completion } from "../../src/editor.ts"

const state: Completion = {
  label: "state",
  kind: "field",
  detail: "enum",
  documentation: "Whether the customer is active",
  edit: { start: 1, end: 5, text: '"state": ""' },
  selection: { start: 11, end: 11 },
}

const active: Completion = {
  label: "active",
  kind: "value",
  edit: { start: 9, end: 11, text: '"active"' },
  selection: { start: 17, end: 17 },
}

const views: EditorView[] = []

afterEach(() => {
  for (const view of views.splice(0)) view.destroy()
})

function contextOf(doc: string, pos: number, explicit = true): Context {
  return new CompletionContext(EditorState.create({ doc, extensions: [deskFilterLanguage] }), pos, explicit)
}

/** An editor with a caret at the end, and its transactions. */
function editorOf(doc: string, find: Find, findLive?: FindLive, extensions: Extension = []) {
  const transactions: Transaction[] = []
  const view = new EditorView({
    state: EditorState.create({
      doc,
      selection: EditorSelection.cursor(doc.length),
      extensions: [
        deskFilterLanguage,
        deskFilterLanguage.data.of({ autocomplete: completionSource(find, findLive) }),
        autocompletion({ interactionDelay: 0, activateOnTypingDelay: 0 }),
        EditorView.updateListener.of((update) => void transactions.push(...update.transactions)),
        extensions,
      ],
    }),
    parent: document.body,
  })
  views.push(view)
  return { view, transactions }
}

function type(view: EditorView, text: string): void {
  const { head } = view.state.selection.main
  view.dispatch({
    changes: { from: head, insert: text },
    selection: { anchor: head + text.length },
    userEvent: "input.type",
  })
}

/** Applies the first option of a result. */
function pick(view: EditorView, result: CompletionResult | null, from = result?.from ?? 0): void {
  const option = result?.options[0]
  if (typeof option?.apply !== "function") throw new Error("There is no option to apply")
  option.apply(view, option, from, view.state.selection.main.head)
}

describe("the result", () => {
  test("has the completions in their order, with the types of CodeMirror", () => {
    const kinds = ["field", "operator", "logical", "value", "snippet"] as const
    const source = completionSource(() => kinds.map((kind) => ({ ...active, kind, label: kind })))
    const result = source(contextOf('{"state":""', 10)) as CompletionResult
    expect(result.options.map(({ label, type }) => [label, type])).toEqual([
      ["field", "property"],
      ["operator", "keyword"],
      ["logical", "keyword"],
      ["value", "constant"],
      ["snippet", "text"],
    ])
    expect(result.filter).toBe(false)
    expect(result.validFor).toBeUndefined()
  })

  test("describes a completion", () => {
    const [option] = (completionSource(() => [state])(contextOf('{"sta', 5)) as CompletionResult).options
    expect(option).toMatchObject({ detail: "enum", info: "Whether the customer is active" })
    const [bare] = (completionSource(() => [active])(contextOf('{"state":""', 10)) as CompletionResult)
      .options
    expect(Object.keys(bare ?? {})).toEqual(["label", "type", "apply"])
  })

  test("begins where the last edit does, and not after the caret", () => {
    const edits = (...starts: number[]) => {
      const items = starts.map((start) => ({ ...active, edit: { start, end: 11, text: "" } }))
      return (completionSource(() => items)(contextOf('{"state":""', 10)) as CompletionResult).from
    }
    expect(edits(9)).toBe(9)
    expect(edits(3, 9)).toBe(9)
    expect(edits(11)).toBe(10)
  })

  test("is empty without completions", () => {
    expect(completionSource(() => [])(contextOf("{", 1))).toBeNull()
  })

  test("is for the whole text and the offset, with line feeds only", () => {
    const find = vi.fn(() => [])
    const crlf = EditorState.create({ doc: "{\r\n  ", extensions: [EditorState.lineSeparator.of("\r\n")] })
    completionSource(find)(new CompletionContext(crlf, 4, true))
    expect(find).toHaveBeenCalledExactlyOnceWith("{\n  ", 4)
  })

  test("needs a name, a value or a bracket unless the user asks for it", () => {
    const source = completionSource(() => [state])
    expect(source(contextOf('{"sta', 5, false))).not.toBeNull()
    expect(source(contextOf('{"a":1} ', 8, false))).toBeNull()
    expect(source(contextOf('{"a":1} ', 8, true))).not.toBeNull()
  })
})

describe("picking a completion", () => {
  test("applies its edit and its selection in one transaction", () => {
    const { view, transactions } = editorOf('{"state":""', () => [])
    const result = completionSource(() => [active])(contextOf('{"state":""', 10)) as CompletionResult
    pick(view, result)
    expect(view.state.doc.toString()).toBe('{"state":"active"')
    expect(view.state.selection.main).toMatchObject({ anchor: 17, head: 17 })
    expect(transactions).toHaveLength(1)
    expect(transactions[0]?.isUserEvent("input.complete")).toBe(true)
    expect(transactions[0]?.annotation(pickedCompletion)).toBe(result.options[0])
  })

  test("selects a value to type over", () => {
    const { view } = editorOf('{"state":""', () => [])
    const item = { ...active, selection: { start: 10, end: 16 } }
    pick(view, completionSource(() => [item])(contextOf('{"state":""', 10)) as CompletionResult)
    expect(view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to)).toBe("active")
  })

  test("inserts several lines, whatever the line separator", () => {
    const doc = '{"state":""'
    const { view } = editorOf(doc, () => [], undefined, EditorState.lineSeparator.of("\r\n"))
    const item = { ...active, edit: { start: 9, end: 11, text: "{\n}" }, selection: { start: 12, end: 12 } }
    pick(view, completionSource(() => [item])(contextOf(doc, 10)) as CompletionResult)
    expect(view.state.doc.toJSON()).toEqual(['{"state":{', "}"])
  })

  test("follows the text that another user has moved", () => {
    const { view } = editorOf('{"state":""', () => [])
    const result = completionSource(() => [active])(contextOf('{"state":""', 10)) as CompletionResult
    view.dispatch({ changes: { from: 0, insert: "\n\n" } })
    pick(view, result, result.from + 2)
    expect(view.state.doc.toString()).toBe('\n\n{"state":"active"')
    expect(view.state.selection.main.head).toBe(19)
  })

  test("does nothing if another text is there", () => {
    const { view } = editorOf('{"state":""', () => [])
    const result = completionSource(() => [active])(contextOf('{"state":""', 10)) as CompletionResult
    view.dispatch({ changes: { from: 10, insert: "x" } })
    pick(view, result)
    expect(view.state.doc.toString()).toBe('{"state":"x"')
  })
})

describe("in an editor", () => {
  test("typing opens the list, and a picked field opens the list of what follows", async () => {
    const find = vi.fn<Find>((text) => (text.includes("state") ? [active] : [state]))
    const { view } = editorOf('{"st', find)
    type(view, "a")
    await vi.waitFor(() => expect(completionStatus(view.state)).toBe("active"))
    expect(currentCompletions(view.state).map(({ label }) => label)).toEqual(["state"])
    pick(view, completionSource(() => [state])(contextOf('{"sta', 5)) as CompletionResult)
    await vi.waitFor(() =>
      expect(currentCompletions(view.state).map(({ label }) => label)).toEqual(["active"]),
    )
    expect(find).toHaveBeenLastCalledWith('{"state": ""', 11)
  })

  test("an opening quote opens the list between the quotes", async () => {
    const find = vi.fn<Find>(() => [{ ...state, edit: { start: 1, end: 3, text: '"state": ' } }])
    const { view } = editorOf("{", find, undefined, closeBrackets())
    const quotes = insertBracket(view.state, '"')
    if (quotes === null) throw new Error("The language closes no quotes")
    view.dispatch(quotes)
    expect(view.state.doc.toString()).toBe('{""')
    await vi.waitFor(() => expect(completionStatus(view.state)).toBe("active"))
    expect(find).toHaveBeenLastCalledWith('{""', 2)
  })

  test("typing on asks again", async () => {
    const find = vi.fn<Find>(() => [{ ...state, edit: { start: 1, end: 3, text: "" } }])
    const { view } = editorOf("{", find)
    type(view, '"')
    await vi.waitFor(() => expect(completionStatus(view.state)).toBe("active"))
    type(view, "x")
    await vi.waitFor(() => expect(find).toHaveBeenLastCalledWith('{"x', 3))
  })

  test("a change of the text cancels the search for values", async () => {
    const signals: AbortSignal[] = []
    const findLive: FindLive = (_text, _offset, signal) => {
      signals.push(signal)
      return new Promise(() => {})
    }
    const { view } = editorOf('{"state":"', () => [], findLive)
    startCompletion(view)
    await vi.waitFor(() => expect(signals).toHaveLength(1))
    expect(signals[0]?.aborted).toBe(false)
    type(view, "a")
    expect(signals[0]?.aborted).toBe(true)
    await vi.waitFor(() => expect(signals).toHaveLength(2))
  })
})

describe("the values of a search", () => {
  const editor = (failures: unknown[]) =>
    EditorState.create({
      doc: '{"state":""',
      extensions: [deskFilterLanguage, EditorView.exceptionSink.of((error) => void failures.push(error))],
    })
  const labels = (result: CompletionResult | null) => result?.options.map(({ label }) => label)

  test("are shown when they are found", async () => {
    const find = vi.fn(() => [state])
    const findLive = vi.fn<FindLive>(async () => [active])
    const source = completionSource(find, findLive)
    expect(labels(await source(new CompletionContext(editor([]), 10, true)))).toEqual(["active"])
    expect(findLive).toHaveBeenCalledExactlyOnceWith('{"state":""', 10, expect.any(AbortSignal))
    expect(find).not.toHaveBeenCalled()
  })

  test.each<[string, FindLive]>([
    ["that is rejected", () => Promise.reject(new Error("offline"))],
    [
      "that throws",
      () => {
        throw new Error("offline")
      },
    ],
  ])("of a search %s are left out, and the exception is reported", async (_, findLive) => {
    const failures: unknown[] = []
    const source = completionSource(() => [active], findLive)
    expect(labels(await source(new CompletionContext(editor(failures), 10, true)))).toEqual(["active"])
    expect(failures).toEqual([new Error("offline")])
  })

  test("of a cancelled search are nobody's business", async () => {
    const failures: unknown[] = []
    const find = vi.fn(() => [active])
    const source = completionSource(
      find,
      (_text, _offset, signal) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    )
    const context = new CompletionContext(editor(failures), 10, true)
    const onAbort = vi.spyOn(context, "addEventListener")
    const result = source(context)
    const [event, abort, options] = onAbort.mock.calls[0] ?? []
    expect([event, options]).toEqual(["abort", { onDocChange: true }])
    abort?.()
    expect(await result).toBeNull()
    expect([failures, find.mock.calls]).toEqual([[], []])
  })
})
