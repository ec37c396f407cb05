import { LanguageSupport } from "@codemirror/language"
import { linter } from "@codemirror/lint"
import { hoverTooltip } from "@codemirror/view"
import { complete } from "../editor/complete.ts"
import type { ValuesOf } from "../editor/completion/completion.ts"
import { diagnose } from "../editor/diagnose.ts"
import { hover } from "../editor/hover.ts"
import type { ParseOptions } from "../read/parse-filter.ts"
import type { Schema } from "../schema/schema.ts"
import { completionSource } from "./completion-source.ts"
import { hoverSource, hoverTheme } from "./hover-source.ts"
import { deskFilterLanguage } from "./language.ts"
import { lintSource } from "./lint-source.ts"

/** How {@link deskFilter} supports an editor. */
export interface DeskFilterOptions<S extends Schema = Schema> {
  /**
   * Finds values of a field for completion, for example with a request to your server. When the text changes, its signal
   * cancels the search. If it fails, the editor reports the exception and shows the other completions.
   */
  readonly values?: ValuesOf<S> | undefined
  /** The options of `parseFilter` that your program reads the filter with: the editor then shows the same mistakes. */
  readonly parse?: ParseOptions | undefined
  /** The milliseconds without a change after which the editor shows mistakes. Default: 750, as in every linter. */
  readonly lintDelay?: number | undefined
}

/**
 * Makes CodeMirror 6 an editor of filters: highlighting, indentation, folding, completion, explanations under the
 * pointer, and mistakes with their fixes. Completion needs `autocompletion()`, which `basicSetup` has.
 *
 * @param schema the fields that a filter may use
 * @param options how to find values, and how strict to be
 * @returns an extension for an editor whose whole text is a filter
 * @throws TypeError when the first argument is no schema, and RangeError when an option of `parse` is unknown or has an
 * invalid value: mistakes of the program
 *
 * @example
 * ```ts
 * import { EditorState } from "@codemirror/state"
 *
 * const state = EditorState.create({ doc: '{"state":"active"}', extensions: [deskFilter(customers)] })
 * ```
 */
export function deskFilter<S extends Schema>(schema: S, options: DeskFilterOptions<S> = {}): LanguageSupport {
  const { values, parse, lintDelay } = options
  // Reports a mistake of the program here. Later, the linter would report it at each change.
  diagnose(schema, "{}", parse)
  const autocomplete = completionSource(
    (text, offset) => complete(schema, text, offset),
    values && ((text, offset, signal) => complete(schema, text, offset, { values, signal })),
  )
  return new LanguageSupport(deskFilterLanguage, [
    deskFilterLanguage.data.of({ autocomplete }),
    linter(
      lintSource((text) => diagnose(schema, text, parse)),
      lintDelay === undefined ? {} : { delay: lintDelay },
    ),
    hoverTooltip(
      hoverSource((text, offset) => hover(schema, text, offset)),
      { hideOnChange: true },
    ),
    hoverTheme,
  ])
}
