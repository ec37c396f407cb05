import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete"
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands"
import { bracketMatching, indentOnInput } from "@codemirror/language"
import { lintKeymap } from "@codemirror/lint"
import type { Extension } from "@codemirror/state"
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view"
import { nonce } from "./nonce.ts"
import { theme } from "./theme.ts"

/** What the editor has whatever the schema is. Tab keeps its meaning in a page: it moves the focus. */
export const extensions: Extension = [
  EditorView.cspNonce.of(nonce),
  lineNumbers(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  autocompletion(),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": "Filter", spellcheck: "false" }),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
  theme,
]
