import type { Condition, Filter } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import { isNegative } from "../schema/operators.ts"
import { objectOf, verbOf } from "./words.ts"

interface Phrase {
  readonly text: string
  /** Whether it needs parentheses inside another phrase. */
  readonly joined: boolean
}

/**
 * Describes a filter in one English phrase, for example for a log or for a summary above search results.
 * Long texts are shortened, and control characters are escaped.
 *
 * @param filter a checked filter
 * @returns the phrase, without a full stop. It names at most ten values of a list
 * @throws TypeError if the filter is not a checked filter
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","createdAt":{"$gte":"2024-01-01"},"id":{"$in":[1,2]}}')
 * describe(filter) // 'state is "active" and createdAt is 2024-01-01T00:00:00Z or later and id is 1 or 2'
 * ```
 */
export function describe(filter: Filter): string {
  return fold<Phrase>(filter, {
    and: (operands) => joinPhrases(operands, "and", "any record"),
    or: (operands) => joinPhrases(operands, "or", "no record"),
    condition: conditionPhrase,
  }).text
}

function joinPhrases(operands: readonly Phrase[], word: string, none: string): Phrase {
  const [first, ...others] = operands.map(({ text, joined }) => (joined ? `(${text})` : text))
  if (first === undefined) return { text: none, joined: false }
  // Engines append without copying, unlike join, which would copy a text again at each level above it.
  return { text: others.reduce((text, other) => `${text} ${word} ${other}`, first), joined: true }
}

/** A relation to many asks whether any related record satisfies the condition; `$ne` and `$nin` ask whether none is equal. */
function conditionPhrase(condition: Condition): Phrase {
  const { field, operator } = condition
  const isMany = field.relation?.cardinality === "many"
  const isNegated = isNegative(operator)
  const subject = isMany ? `${isNegated ? "no" : "some"} ${field.name}` : field.name
  const verb = `${verbOf(operator)}${isNegated && !isMany ? " not" : ""}`
  return { text: `${subject} ${verb} ${objectOf(condition)}`, joined: false }
}
