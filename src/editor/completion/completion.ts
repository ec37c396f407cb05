import type { FieldName } from "../../schema/infer.ts"
import type { Schema } from "../../schema/schema.ts"
import type { Span } from "../../syntax/span.ts"
import type { Edit } from "../edit.ts"

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
  /** The part of the new text, after the edit, to select: a value to type over, or the position of the caret. */
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

/** How `complete` finds completions. */
export interface CompleteOptions<S extends Schema = Schema> {
  /** Finds values of a field. */
  readonly values?: ValuesOf<S> | undefined
  /** Cancels the search for values. */
  readonly signal?: AbortSignal | undefined
}
