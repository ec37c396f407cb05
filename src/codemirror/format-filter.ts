import { indentUnit } from "@codemirror/language"
import type { StateCommand } from "@codemirror/state"
import { type FormatOptions, format } from "../editor/format.ts"
import { changeOf } from "./change.ts"
import { whiteSpaceEdits } from "./white-space-edits.ts"

/**
 * A command that formats the filter with the indentation of the editor. It keeps the selection, and it can be undone.
 *
 * @param target the editor, or its state and a function that takes the transaction
 * @returns whether the editor can be edited
 *
 * @example
 * ```ts
 * import { keymap } from "@codemirror/view"
 *
 * const formatKeys = keymap.of([{ key: "Shift-Alt-f", run: formatFilter }])
 * ```
 */
export const formatFilter: StateCommand = /* @__PURE__ */ formatCommand(format)

/** A command that formats a text with a function. */
export function formatCommand(formatText: (text: string, options: FormatOptions) => string): StateCommand {
  return (target) => {
    const { state } = target
    if (state.readOnly) return false
    const text = state.doc.toString()
    const edits = whiteSpaceEdits(text, formatText(text, { indent: state.facet(indentUnit) }))
    const changes = edits.map((edit) => changeOf(edit))
    if (changes.length > 0)
      target.dispatch(state.update({ changes, userEvent: "format", scrollIntoView: true }))
    return true
  }
}
