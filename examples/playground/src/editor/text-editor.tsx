import { Compartment, EditorState, type Extension } from "@codemirror/state"
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

/** The text of the filter, in CodeMirror. */
export function TextEditor({ text, schema, values, onChange }: Props) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const language = useRef(new Compartment())
  const report = useRef(onChange)
  report.current = onChange
  const initial = useRef({ text, support: support(schema, values) })

  useEffect(() => {
    if (parent.current === null) return
    const listener = EditorView.updateListener.of((update) => {
      if (update.docChanged) report.current(update.state.doc.toString())
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
    if (editor === null || editor.state.doc.toString() === text) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } })
  }, [text])

  return <div ref={parent} className="text-editor" />
}

function support(schema: Schema, values: ValuesOf<Schema>): Extension {
  return deskFilter(schema, { values })
}
