import { Text } from "@codemirror/state"
import type { Edit } from "../editor/edit.ts"

/** A change to a document. */
interface Change {
  readonly from: number
  readonly to: number
  readonly insert: Text
}

/**
 * An edit as a change of CodeMirror.
 *
 * @param shift how far the text of the edit has moved in the document
 */
export function changeOf(edit: Edit, shift = 0): Change {
  // A string would be split at the line separator that the editor is configured with.
  const insert = Text.of(edit.text.split("\n"))
  return { from: edit.start + shift, to: edit.end + shift, insert }
}
