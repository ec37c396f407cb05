import type { Span } from "../../syntax/span.ts"

/** A part of a filter, for an outline. */
export interface FilterSymbol {
  /** The name of a field or an operator, or the position of a filter in the list of `$and` or `$or`, from 1. */
  readonly name: string
  readonly kind: "field" | "operator" | "logical" | "filter"
  /** The bare value or the type of a field, the operand of an operator, or the names in a filter: at most 40 characters. */
  readonly detail?: string
  /** The whole part. It is in the span of its parent. */
  readonly span: Span
  /** Its name. The whole part if it is a filter. */
  readonly nameSpan: Span
  readonly children: readonly FilterSymbol[]
}
