import { assertSchema } from "../schema/assert-schema.ts"
import type { FieldName } from "../schema/infer.ts"
import type { Schema } from "../schema/schema.ts"
import type { Span } from "../syntax/span.ts"
import { assertOffset } from "./assert-offset.ts"
import { Completer } from "./completion/completer.ts"
import type { Edit } from "./edit.ts"

/** What a completion writes. An editor shows an icon for each. */
export type CompletionKind = "field" | "operator" | "logical" | "value" | "snippet"

/** One thing that a user may write at a place. */
export interface Completion {
  /** What a list of completions shows, without quotes: `state`, `$gte`, `active`. */
  readonly label: string
  readonly kind: CompletionKind
  /** A few words beside the label: the type of a field, what a value is. */
  readonly detail?: string
  /** What the field is or what the operator means, as plain text. */
  readonly documentation?: string
  /** What changes in the text. It adds the quotes, the colon, the commas and the brackets that are missing. */
  readonly edit: Edit
  /** The part of the new text to select: a value to type over, or the place of the caret. */
  readonly selection: Span
}

/** A value of a field that a completion may write. Null is offered without it. */
export type LiveValue =
  | string
  | number
  | bigint
  | boolean
  | {
      readonly value: string | number | bigint | boolean
      readonly detail?: string
      readonly documentation?: string
    }

/**
 * Finds values of a field, for example in a database.
 *
 * @param field the name of the field
 * @param prefix what the user has written of the value, without quotes. Empty if nothing
 * @param signal the signal that `complete` was given
 * @returns the values, the best first
 */
export type ValuesOf<S extends Schema> = (
  field: FieldName<S>,
  prefix: string,
  signal: AbortSignal | undefined,
) => readonly LiveValue[] | Promise<readonly LiveValue[]>

/** How {@link complete} finds completions. */
export interface CompleteOptions<S extends Schema = Schema> {
  /** Finds values of a field. */
  readonly values?: ValuesOf<S> | undefined
  /** Cancels the search for values. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Finds what a user may write at an offset of a text: the fields, the operators of a field, and values. The text may be
 * unfinished or have mistakes.
 *
 * @param schema the fields that the filter may use
 * @param text the text of a filter
 * @param offset where the user writes, in UTF-16 units from the start of the text
 * @param options `values` finds values in your data, and `signal` cancels that
 * @returns the completions that fit what the user has begun to write, the best first; a promise of them if the options
 * have `values`. The promise is rejected with the reason of the signal if that is aborted, and with the error of
 * `values` if that fails
 * @throws RangeError if the offset is not in the text
 *
 * @example
 * ```ts
 * const [first] = complete(customers, '{"sta', 5)
 * first?.label // "state"
 * first && applyEdits('{"sta', [first.edit]) // '{"state":"active"}'
 * ```
 */
export function complete<S extends Schema>(
  schema: S,
  text: string,
  offset: number,
  options: CompleteOptions<S> & { readonly values: ValuesOf<S> },
): Promise<readonly Completion[]>
export function complete<S extends Schema>(
  schema: S,
  text: string,
  offset: number,
  options?: CompleteOptions<S> & { readonly values?: undefined },
): readonly Completion[]
export function complete<S extends Schema>(
  schema: S,
  text: string,
  offset: number,
  options?: CompleteOptions<S>,
): readonly Completion[] | Promise<readonly Completion[]>
export function complete(
  schema: Schema,
  text: string,
  offset: number,
  options?: CompleteOptions,
): readonly Completion[] | Promise<readonly Completion[]> {
  assertSchema(schema)
  assertOffset(text, offset)
  const found = new Completer(schema, text, offset)
  return options?.values === undefined
    ? found.completions()
    : withLiveValues(found, options.values, options.signal)
}

async function withLiveValues(
  found: Completer,
  valuesOf: ValuesOf<Schema>,
  signal: AbortSignal | undefined,
): Promise<readonly Completion[]> {
  signal?.throwIfAborted()
  const { field, written } = found
  const live = field === undefined ? [] : await valuesOf(field.name as never, written, signal)
  signal?.throwIfAborted()
  return found.completions(live)
}
