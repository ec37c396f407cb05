import type { Schema } from "desk-filter"
import { type Completion, complete, diagnose, format, hover } from "desk-filter/editor"

/** What these functions use of Monaco's `ITextModel`. */
export interface Model {
  getValue(): string
  getOffsetAt(position: { readonly lineNumber: number; readonly column: number }): number
  getPositionAt(offset: number): { readonly lineNumber: number; readonly column: number }
}
type Position = Parameters<Model["getOffsetAt"]>[0]
type Range = ReturnType<typeof rangeOf>

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
  diagnose(schema, model.getValue()).map(({ span, message, hint, code }) => ({
    ...rangeOf(model, span ?? { start: 0, end: 0 }),
    message: hint === undefined ? message : `${message}\n${hint}`,
    code,
    severity: 8,
  }))

/** For `registerCodeActionProvider`: the fixes of the mistakes that a range touches. `resource` is `model.uri`. */
export const fixesIn = <Uri>(schema: Schema, model: Model, resource: Uri, range: Range) => {
  const from = model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn })
  const to = model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn })
  const actions = diagnose(schema, model.getValue())
    .filter(({ span }) => span === undefined || (span.start <= to && span.end >= from))
    .flatMap(({ fixes }) => fixes)
    .map(({ title, edits }) => ({
      title,
      kind: "quickfix",
      edit: {
        edits: edits.map((edit) => ({
          resource,
          versionId: undefined,
          textEdit: { range: rangeOf(model, edit), text: edit.text },
        })),
      },
    }))
  return { actions, dispose: () => {} }
}

/** `CompletionItemKind` of Monaco. */
const kinds: Readonly<Record<Completion["kind"], number>> = {
  field: 3,
  operator: 11,
  logical: 17,
  value: 13,
  snippet: 28,
}

/** A snippet that selects what the user types over. */
function snippetOf({ edit: { start, text }, selection }: Completion): string {
  const part = (from: number, to?: number) => text.slice(from, to).replace(/[\\$}]/g, "\\$&")
  const [from, to] = [selection.start - start, selection.end - start]
  return `${part(0, from)}\${0:${part(from, to)}}${part(to)}`
}

/** For `registerCompletionItemProvider`. 4 is `CompletionItemInsertTextRule.InsertAsSnippet`. */
export const suggestionsAt = (schema: Schema, model: Model, position: Position) => {
  const [text, offset] = [model.getValue(), model.getOffsetAt(position)]
  const suggestions = complete(schema, text, offset).map((found, index) => ({
    label: found.label,
    kind: kinds[found.kind],
    ...(found.detail !== undefined && { detail: found.detail }),
    ...(found.documentation !== undefined && { documentation: found.documentation }),
    insertText: snippetOf(found),
    insertTextRules: 4,
    range: rangeOf(model, found.edit),
    filterText: text.slice(found.edit.start, offset) || found.label,
    sortText: `${10_000 + index}`,
  }))
  return { suggestions, incomplete: true }
}

/** For `registerHoverProvider`. Monaco shows Markdown, so the text is escaped. */
export const hoverAt = (schema: Schema, model: Model, position: Position) => {
  const found = hover(schema, model.getValue(), model.getOffsetAt(position))
  const value = found?.text.replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, "\\$&")
  return found && { range: rangeOf(model, found.span), contents: [{ value }] }
}

/** For `registerDocumentFormattingEditProvider`. */
export const formattingOf = (
  model: Model,
  options: { readonly tabSize: number; readonly insertSpaces: boolean },
) => {
  const text = model.getValue()
  const indent = options.insertSpaces ? options.tabSize : "\t"
  return [{ range: rangeOf(model, { start: 0, end: text.length }), text: format(text, { indent }) }]
}
