import type { Schema } from "../schema/schema.ts"
import type { Span } from "../syntax/span.ts"

/** A part of a filter, for an outline. */
export interface FilterSymbol {
  readonly name: string
  readonly kind: "field" | "operator" | "logical" | "filter"
  /** The type of a field, or an operand in short. */
  readonly detail?: string
  /** The whole part. */
  readonly span: Span
  /** Its name. */
  readonly nameSpan: Span
  readonly children: readonly FilterSymbol[]
}

/** Stub. */
export function symbols(_schema: Schema, _text: string): readonly FilterSymbol[] {
  return []
}
