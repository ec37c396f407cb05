import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state"
import { EditorView } from "@codemirror/view"
import type { Schema } from "desk-filter"
import { deskFilter } from "desk-filter/codemirror"
import type { ValuesOf } from "desk-filter/editor"
import { useEffect, useRef } from "react"
import { extensions } from "./extensions.ts"

interface Props {
  readonly text: string
  readonly schema: Schema
  readonly values: ValuesOf<Schema>
  readonly onChange: (text: string) => void
}

/** Marks a change that the page makes, and not the user. */
const byPage = Annotation.define<true>()

/** The text of the filter, in CodeMirror. */
export function TextEditor({ text, schema, values, onChange }: Props) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const language = useRef(new Compartment())
  /** What the user has written and the page has not shown yet. It must not replace what the user writes next. */
  const ahead = useRef<string[]>([])
  const report = useRef(onChange)
  report.current = onChange
  const initial = useRef({ text, support: support(schema, values) })

  useEffect(() => {
    if (parent.current === null) return
    const listener = EditorView.updateListener.of((update) => {
      const isByPage = update.transactions.some((transaction) => transaction.annotation(byPage))
      if (!update.docChanged || isByPage) return
      const written = update.state.doc.toString()
      ahead.current.push(written)
      report.current(written)
    })
    const editor = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: initial.current.text,
        extensions: [language.current.of(initial.current.support), extensions, listener],
      }),
    })
    view.current = editor
    return () => editor.destroy()
  }, [])

  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(support(schema, values)) })
  }, [schema, values])

  useEffect(() => {
    const editor = view.current
    if (editor === null) return
    const shown = ahead.current.lastIndexOf(text)
    ahead.current = shown === -1 ? [] : ahead.current.slice(shown + 1)
    if (shown !== -1 || editor.state.doc.toString() === text) return
    const changes = { from: 0, to: editor.state.doc.length, insert: text }
    editor.dispatch({ changes, annotations: byPage.of(true) })
  }, [text])

  return <div ref={parent} className="text-editor" />
}

function support(schema: Schema, values: ValuesOf<Schema>): Extension {
  return deskFilter(schema, { values })
}
