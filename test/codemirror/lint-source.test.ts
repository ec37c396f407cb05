// @vitest-environment happy-dom
import { type Diagnostic, forEachDiagnostic, setDiagnostics } from "@codemirror/lint"
import { EditorState, type Extension, type Transaction } from "@codemirror/state"
import { EditorView } from "@codemirror/view"
import { afterEach, describe, expect, test } from "vitest"
import { lintSource } from "../../src/codemirror/lint-source.ts"
import { diagnose, type FixableDiagnostic } from "../../src/editor.ts"
import { defineSchema, field } from "../../src/index.ts"

const schema = defineSchema({ id: field.integer(), name: field.string() })

const views: EditorView[] = []

afterEach(() => {
  for (const view of views.splice(0)) view.destroy()
})

function editorOf(doc: string, extensions: Extension = []) {
  const transactions: Transaction[] = []
  const listener = EditorView.updateListener.of((update) => void transactions.push(...update.transactions))
  const view = new EditorView({ state: EditorState.create({ doc, extensions: [extensions, listener] }) })
  views.push(view)
  return { view, transactions }
}

/** A diagnostic of a part of a text. */
function diagnosticAt(start: number, end: number, rest: Partial<FixableDiagnostic> = {}): FixableDiagnostic {
  return {
    code: "unknown-field",
    message: "There is no such field",
    path: [],
    params: {},
    span: { start, end, line: 1, column: 1 },
    fixes: [],
    ...rest,
  } as FixableDiagnostic
}

/** Reports each `x` in a text. Its fix writes `y` there, and a `!` at the end. */
function diagnoseX(text: string): readonly FixableDiagnostic[] {
  return [...text.matchAll(/x/g)].map(({ index }) =>
    diagnosticAt(index, index + 1, {
      fixes: [
        {
          title: "Change to y",
          edits: [
            { start: text.length, end: text.length, text: "!" },
            { start: index, end: index + 1, text: "y" },
          ],
        },
        { title: "Remove x", edits: [{ start: index, end: index + 1, text: "" }] },
      ],
    }),
  )
}

describe("the diagnostics of an editor", () => {
  test("are those of the text", async () => {
    const text = '{"nam":"x"}'
    const [expected] = diagnose(schema, text)
    const { view } = editorOf(text)
    const [diagnostic, ...others] = await lintSource((given) => diagnose(schema, given))(view)
    expect(others).toEqual([])
    expect(diagnostic).toMatchObject({
      from: 1,
      to: 6,
      severity: "error",
      source: "desk-filter",
      actions: [{ name: 'Change to "name"' }],
    })
    expect(expected?.hint).toBeDefined()
    expect(diagnostic?.message).toBe(`${expected?.message}\n${expected?.hint}`)
  })

  test("have no hint if there is none", async () => {
    const { view } = editorOf("x")
    const [diagnostic] = await lintSource(diagnoseX)(view)
    expect(diagnostic?.message).toBe("There is no such field")
  })

  test.each([
    ["a part", "[x]", diagnosticAt(1, 2), 1, 2],
    ["an empty part", "[x]", diagnosticAt(1, 1), 1, 2],
    ["the end of the text", "[x]", diagnosticAt(3, 3), 2, 3],
    ["the end of a line", "[x\n]", diagnosticAt(2, 2), 1, 2],
    ["an empty line", "[\n\n]", diagnosticAt(2, 2), 2, 2],
    ["an empty text", "", diagnosticAt(0, 0), 0, 0],
    ["more than the text", "[x]", diagnosticAt(1, 9), 1, 3],
    ["what is after the text", "[x]", diagnosticAt(8, 9), 2, 3],
    ["no part", "[x]", { ...diagnosticAt(0, 0), span: undefined } as never, 0, 3],
  ])("cover a character of %s", async (_, text, given, from, to) => {
    const { view } = editorOf(text)
    expect(await lintSource(() => [given])(view)).toMatchObject([{ from, to }])
  })
})

/** The diagnostics that an editor shows. */
async function shown(view: EditorView): Promise<readonly Diagnostic[]> {
  const diagnostics = await lintSource(diagnoseX)(view)
  view.dispatch(setDiagnostics(view.state, diagnostics))
  return diagnostics
}

/** Applies an action of the first diagnostic where it is now, as the tooltip of an editor does. */
function apply(view: EditorView, first: Diagnostic | undefined, index: number): void {
  forEachDiagnostic(view.state, (diagnostic, from, to) => {
    if (diagnostic === first) diagnostic.actions?.[index]?.apply(view, from, to)
  })
}

describe("an action", () => {
  test("applies all edits of its fix in one transaction", async () => {
    const { view, transactions } = editorOf("[x,x]")
    const [first] = await shown(view)
    expect(first?.actions?.map(({ name }) => name)).toEqual(["Change to y", "Remove x"])
    transactions.length = 0
    apply(view, first, 0)
    expect(view.state.doc.toString()).toBe("[y,x]!")
    expect(transactions.map((transaction) => transaction.isUserEvent("input.fix"))).toEqual([true])
  })

  test("is one of several", async () => {
    const { view } = editorOf("[x,x]")
    const [first] = await shown(view)
    apply(view, first, 1)
    expect(view.state.doc.toString()).toBe("[,x]")
  })

  test("follows the text of its diagnostic", async () => {
    const { view } = editorOf("[x]")
    const [first] = await shown(view)
    view.dispatch({ changes: { from: 0, insert: "[x,\n" } })
    view.dispatch({ changes: { from: view.state.doc.length, insert: "]" } })
    apply(view, first, 0)
    expect(view.state.doc.toString()).toBe("[x,\n[y]]!")
  })

  test("does nothing if its mistake is no longer there", async () => {
    const { view, transactions } = editorOf("[x]")
    const [first] = await shown(view)
    view.dispatch({ changes: { from: 1, to: 2, insert: "z" } })
    transactions.length = 0
    apply(view, first, 0)
    first?.actions?.[0]?.apply(view, 1, 2)
    expect(transactions).toEqual([])
  })

  test("does nothing if another mistake is there", async () => {
    const { view } = editorOf("x")
    let diagnostics = diagnoseX("x")
    const [first] = await lintSource(() => diagnostics)(view)
    diagnostics = diagnostics.map(
      (diagnostic) => ({ ...diagnostic, code: "unknown-operator" }) as FixableDiagnostic,
    )
    first?.actions?.[0]?.apply(view, 0, 1)
    expect(view.state.doc.toString()).toBe("x")
    diagnostics = diagnoseX("x").map((diagnostic) => ({ ...diagnostic, fixes: diagnostic.fixes.slice(1) }))
    first?.actions?.[0]?.apply(view, 0, 1)
    expect(view.state.doc.toString()).toBe("x")
  })

  test("does nothing in an editor that only shows a filter", async () => {
    const { view } = editorOf("[x]", EditorState.readOnly.of(true))
    const [first] = await shown(view)
    apply(view, first, 0)
    expect(view.state.doc.toString()).toBe("[x]")
  })
})
