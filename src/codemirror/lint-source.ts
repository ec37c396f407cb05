import type { Action, Diagnostic, LintSource } from "@codemirror/lint"
import type { Text } from "@codemirror/state"
import type { EditorView } from "@codemirror/view"
import type { FixableDiagnostic } from "../editor/fixes/fix.ts"
import { changeOf } from "./change.ts"

type Diagnose = (text: string) => readonly FixableDiagnostic[]

/** Shows diagnostics of the text in an editor, each with its fixes as actions. */
export function lintSource(diagnose: Diagnose): LintSource {
  return (view) => {
    const { doc } = view.state
    return diagnose(doc.toString()).map((diagnostic): Diagnostic => {
      const { message, hint, fixes } = diagnostic
      return {
        ...rangeOf(diagnostic, doc),
        severity: "error",
        source: "desk-filter",
        message: hint === undefined ? message : `${message}\n${hint}`,
        actions: fixes.map(({ title }) => actionFor(diagnostic, title, diagnose)),
      }
    })
  }
}

/** The range of a diagnostic. It has a character, if its line has one, so that the editor can underline it. */
function rangeOf({ span }: FixableDiagnostic, doc: Text): { readonly from: number; readonly to: number } {
  const from = Math.min(span?.start ?? 0, doc.length)
  const to = Math.min(span?.end ?? doc.length, doc.length)
  if (from < to) return { from, to }
  const line = doc.lineAt(from)
  if (from < line.to) return { from, to: from + 1 }
  return { from: Math.max(line.from, from - 1), to: from }
}

/**
 * An action that applies a fix. The text may have changed since the diagnostic was made, so the action looks for the same
 * fix in the diagnostics of the current text. It does nothing if the fix is gone.
 */
function actionFor({ code }: FixableDiagnostic, title: string, diagnose: Diagnose): Action {
  return {
    name: title,
    apply: (view: EditorView, from: number) => {
      const { doc, readOnly } = view.state
      if (readOnly) return
      const fix = diagnose(doc.toString())
        .filter((current) => current.code === code && rangeOf(current, doc).from === from)
        .flatMap(({ fixes }) => fixes)
        .find((current) => current.title === title)
      if (fix === undefined) return
      const changes = fix.edits.map((edit) => changeOf(edit))
      view.dispatch({ changes, userEvent: "input.fix", scrollIntoView: true })
    },
  }
}
