import {
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  type Completion as Option,
  pickedCompletion,
  startCompletion,
} from "@codemirror/autocomplete"
import { syntaxTree } from "@codemirror/language"
import { logException } from "@codemirror/view"
import type { Completion, CompletionKind } from "../editor/completion/completion.ts"
import { changeOf } from "./change.ts"
import { isCompletable } from "./is-completable.ts"

/** The types for which CodeMirror has icons. */
const TYPES: Readonly<Record<CompletionKind, string>> = {
  field: "property",
  operator: "keyword",
  logical: "keyword",
  value: "constant",
  snippet: "text",
}

/** After a name comes something else to complete. */
const HAS_NEXT: Readonly<Record<CompletionKind, boolean>> = {
  field: true,
  operator: true,
  logical: true,
  value: false,
  snippet: false,
}

/** Finds the completions that need no search. */
export type Find = (text: string, offset: number) => readonly Completion[]

/** Finds completions, among them those of a search that the signal cancels. */
export type FindLive = (
  text: string,
  offset: number,
  signal: AbortSignal,
) => readonly Completion[] | Promise<readonly Completion[]>

/** Offers completions to an editor. */
export function completionSource(find: Find, findLive?: FindLive): CompletionSource {
  return (context) => {
    const { state, pos, explicit } = context
    if (!explicit && !isCompletable(syntaxTree(state), pos)) return null
    if (findLive !== undefined) return liveResult(context, find, findLive)
    return resultOf(find(state.doc.toString(), pos), context)
  }
}

async function liveResult(
  context: CompletionContext,
  find: Find,
  findLive: FindLive,
): Promise<CompletionResult | null> {
  const { state, pos } = context
  const text = state.doc.toString()
  const controller = new AbortController()
  const { signal } = controller
  // The editor asks again after each change of the text, because the result has no `validFor`.
  context.addEventListener("abort", () => controller.abort(), { onDocChange: true })
  try {
    return resultOf(await findLive(text, pos, signal), context)
  } catch (error) {
    if (signal.aborted) return null
    logException(state, error, "the values of desk-filter")
    return resultOf(find(text, pos), context)
  }
}

function resultOf(items: readonly Completion[], context: CompletionContext): CompletionResult | null {
  if (items.length === 0) return null
  const { pos } = context
  // An edit may begin further to the left, with a comma that is missing there. The list belongs below what is replaced.
  const from = Math.min(pos, Math.max(...items.map(({ edit }) => edit.start)))
  // The items are already those that fit, in their order.
  return { from, options: items.map((item) => optionOf(item, from, context)), filter: false }
}

function optionOf(item: Completion, start: number, context: CompletionContext): Option {
  const { label, kind, detail, documentation, edit, selection } = item
  const before = context.state.doc
  return {
    label,
    type: TYPES[kind],
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { info: documentation }),
    apply: (view, option, from) => {
      // Somebody else may have changed the text before the caret.
      const shift = from - start
      const changes = changeOf(edit, shift)
      const replaced = view.state.doc.sliceString(changes.from, changes.to)
      if (replaced !== before.sliceString(edit.start, edit.end)) return
      view.dispatch({
        changes,
        selection: { anchor: selection.start + shift, head: selection.end + shift },
        annotations: pickedCompletion.of(option),
        userEvent: "input.complete",
        scrollIntoView: true,
      })
      if (HAS_NEXT[kind]) startCompletion(view)
    },
  }
}
