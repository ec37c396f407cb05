import type { FieldTypeName } from "desk-filter"

/** A field as the records show it. */
export interface InferredField {
  /** The name that a filter writes. */
  readonly name: string
  readonly property: string
  readonly relation?: { readonly name: string; readonly cardinality: "one" | "many" }
  readonly type: FieldTypeName
  readonly nullable: boolean
  readonly caseSensitive: boolean
  /** The distinct texts, the values of an enum. */
  readonly texts: readonly string[]
}
