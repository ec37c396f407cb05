import type { Schema } from "desk-filter"
import { complete, diagnose, format, hover } from "desk-filter/editor"

/** What these functions use of Monaco's `ITextModel`. */
export interface Model {
  getValue(): string
  getOffsetAt(position: { readonly lineNumber: number; readonly column: number }): number
  getPositionAt(offset: number): { readonly lineNumber: number; readonly column: number }
}
type Position = Parameters<Model["getOffsetAt"]>[0]

function rangeOf(model: Model, { start, end }: { readonly start: number; readonly end: number }) {
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)]
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  }
}

/** For `monaco.editor.setModelMarkers`. 8 is `MarkerSeverity.Error`. */
export const markersOf = (schema: Schema, model: Model) =>
  diagnose(schema, model.getValue()).map(({ span, message, code }) => ({
    ...rangeOf(model, span ?? { start: 0, end: 0 }),
    message,
    code,
    severity: 8,
  }))

/** For `registerCompletionItemProvider`. 3 is `CompletionItemKind.Field`, 13 is `Value`. */
export const suggestionsAt = (schema: Schema, model: Model, position: Position) => {
  const [text, offset] = [model.getValue(), model.getOffsetAt(position)]
  const suggestions = complete(schema, text, offset).map(({ label, kind, edit }, i) => ({
    label,
    kind: kind === "field" ? 3 : 13,
    insertText: edit.text,
    range: rangeOf(model, edit),
    filterText: text.slice(edit.start, offset) || label,
    sortText: `${10_000 + i}`,
  }))
  return { suggestions, incomplete: true }
}

/** For `registerHoverProvider`. */
export const hoverAt = (schema: Schema, model: Model, position: Position) => {
  const found = hover(schema, model.getValue(), model.getOffsetAt(position))
  return found && { range: rangeOf(model, found.span), contents: [{ value: found.text }] }
}

/** For `registerDocumentFormattingEditProvider`. */
export const formattingOf = (model: Model) => {
  const text = model.getValue()
  return [{ range: rangeOf(model, { start: 0, end: text.length }), text: format(text) }]
}
