import { tickets } from "./tickets.ts"
import type { TicketFilter } from "./workloads.ts"

/** The operators of the workloads, and what a condition compares with. */
export type Operator = "$eq" | "$ne" | "$lt" | "$lte" | "$gt" | "$gte" | "$in" | "$nin" | "$contains"
export type Scalar = string | number | null

/** How a peer writes a filter. */
export interface Language<Query> {
  readonly and: (parts: readonly Query[]) => Query
  readonly or: (parts: readonly Query[]) => Query
  /** All conditions on one field. */
  readonly field: (
    name: string,
    conditions: readonly (readonly [Operator, Scalar | readonly Scalar[]])[],
  ) => Query
}

/** Writes a filter in the language of a peer. The texts of fields that ignore case are in lower case. */
export function translate<Query>(filter: TicketFilter, language: Language<Query>): Query {
  const parts = Object.entries(filter).map(([name, value]) => {
    if (name === "$or")
      return language.or((value as readonly TicketFilter[]).map((part) => translate(part, language)))
    const conditions =
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value)
        : [["$eq", value]]
    return language.field(
      name,
      conditions.map(([operator, operand]) => [operator as Operator, foldedIn(name, operand)] as const),
    )
  })
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : language.and(parts)
}

function foldedIn(name: string, operand: unknown): Scalar | readonly Scalar[] {
  const ignoresCase = tickets.fields.get(name)?.caseSensitive === false
  return typeof operand === "string" && ignoresCase ? operand.toLowerCase() : (operand as Scalar)
}

/** A regular expression for exactly this text. */
export const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")

/** Whether a field holds date-times. */
export const isDatetime = (name: string) => tickets.fields.get(name)?.type === "datetime"
