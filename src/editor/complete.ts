import { assertSchema } from "../schema/assert-schema.ts"
import type { Schema } from "../schema/schema.ts"
import { assertOffset } from "./assert-offset.ts"
import { completerAt } from "./completion/completer.ts"
import type { CompleteOptions, Completion, ValuesOf } from "./completion/completion.ts"

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
 * first && applyEdits('{"sta', [first.edit]) // '{"state":""}'
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
  const found = completerAt(schema, text, offset)
  return options?.values === undefined
    ? (found?.completions() ?? [])
    : withLiveValues(found, options.values, options.signal)
}

async function withLiveValues(
  found: ReturnType<typeof completerAt>,
  valuesOf: ValuesOf<Schema>,
  signal: AbortSignal | undefined,
): Promise<readonly Completion[]> {
  signal?.throwIfAborted()
  if (found === undefined) return []
  const { field, written } = found
  const live = field === undefined ? [] : await valuesOf(field.name as never, written, signal)
  signal?.throwIfAborted()
  return found.completions(live)
}
