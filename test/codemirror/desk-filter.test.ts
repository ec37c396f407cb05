// @vitest-environment happy-dom
import { CompletionContext, type CompletionSource } from "@codemirror/autocomplete"
import { LanguageSupport } from "@codemirror/language"
import { diagnosticCount, forceLinting, forEachDiagnostic } from "@codemirror/lint"
import { EditorState } from "@codemirror/state"
import { EditorView } from "@codemirror/view"
import { afterEach, describe, expect, test, vi } from "vitest"
import { type DeskFilterOptions, deskFilter, deskFilterLanguage } from "../../src/codemirror.ts"
import { complete, hover, type ValuesOf } from "../../src/editor.ts"
import { defineSchema, field } from "../../src/index.ts"

const schema = defineSchema({ id: field.integer(), name: field.string() })

const views: EditorView[] = []

afterEach(() => {
  for (const view of views.splice(0)) view.destroy()
})

function editorOf(doc: string, options?: DeskFilterOptions<typeof schema>): EditorView {
  const view = new EditorView({
    state: EditorState.create({ doc, extensions: [deskFilter(schema, options)] }),
    parent: document.body,
  })
  views.push(view)
  return view
}

async function codesIn(view: EditorView): Promise<string[]> {
  forceLinting(view)
  await vi.waitFor(() => expect(diagnosticCount(view.state)).toBeGreaterThan(0))
  const messages: string[] = []
  forEachDiagnostic(view.state, ({ message }) => void messages.push(message))
  return messages
}

describe("deskFilter", () => {
  test("is the support of a language", () => {
    const support = deskFilter(schema)
    expect(support).toBeInstanceOf(LanguageSupport)
    expect(support.language).toBe(deskFilterLanguage)
    expect(deskFilterLanguage.name).toBe("desk-filter")
  })

  test("shows mistakes against the schema", async () => {
    const view = editorOf('{"nam":"x"}')
    const [message] = await codesIn(view)
    expect(message).toContain("nam")
    expect(view.dom.querySelector(".cm-lintRange-error")?.textContent).toBe('"nam"')
  })

  test("reads a filter with the options of the program", async () => {
    const messages = await codesIn(editorOf("{}", { parse: { requireSelective: true } }))
    expect(messages).toHaveLength(1)
  })

  test("shows mistakes after the delay that it is given", async () => {
    const view = editorOf('{"nam":"x"}', { lintDelay: 1 })
    await vi.waitFor(() => expect(diagnosticCount(view.state)).toBe(1), { timeout: 500 })
  })

  test.each<[string, DeskFilterOptions<typeof schema>]>([
    ["without a search for values", {}],
    ["with a search for values", { values: async () => ["x"] }],
  ])("completes %s", async (_, options) => {
    const doc = '{"name":""'
    const { state } = editorOf(doc, options)
    const [source] = state.languageDataAt<CompletionSource>("autocomplete", 9)
    const result = await source?.(new CompletionContext(state, 9, true))
    const expected = await complete(schema, doc, 9, options as { readonly values: ValuesOf<typeof schema> })
    expect(result?.options.map(({ label }) => label) ?? []).toEqual(expected.map(({ label }) => label))
  })

  test("explains what is under the pointer", async () => {
    const doc = '{"name":"x"}'
    const view = editorOf(doc)
    // The editor has no layout here.
    const askedAt = vi.spyOn(view, "posAtCoords").mockReturnValue(3)
    vi.spyOn(view, "coordsAtPos").mockReturnValue({ left: 0, right: 10, top: 0, bottom: 10 })
    const target = view.contentDOM.querySelector(".cm-line")
    target?.dispatchEvent(new MouseEvent("mousemove", { clientX: 5, clientY: 5, bubbles: true }))
    await vi.waitFor(() => expect(askedAt).toHaveBeenCalled())
    const text = hover(schema, doc, 3)?.text.replaceAll("\n\n", "")
    await vi.waitFor(() => {
      const tooltip = view.dom.querySelector(".cm-desk-filter-hover") ?? undefined
      expect(tooltip?.textContent).toBe(text)
    })
  })

  test("rejects what is no schema, and options that do not exist", () => {
    expect(() => deskFilter({} as never)).toThrow(TypeError)
    expect(() => deskFilter(schema, { parse: { limit: 1 } as never })).toThrow(RangeError)
  })
})
