import type { Condition } from "../../filter.ts"
import type { Operator } from "../../operators.ts"
import type { FieldTypeName } from "../../schema/field.ts"

/** What is expected of a part of a filter before any record is seen: what it costs to ask, and how often the answer is yes. */
export interface Estimate {
  readonly cost: number
  readonly chance: number
}

/** What it costs to compare a value of each type; only the proportions matter. */
const COSTS: Readonly<Record<FieldTypeName, number>> = {
  boolean: 1,
  opaque: 1,
  integer: 1,
  number: 1,
  enum: 1,
  string: 1.5,
  reference: 2,
  datetime: 8,
}

/** How often a condition is expected to hold. */
const CHANCES: Readonly<Record<Operator, number>> = {
  $eq: 0.1,
  $in: 0.2,
  $contains: 0.2,
  $lt: 0.5,
  $lte: 0.5,
  $gt: 0.5,
  $gte: 0.5,
  $nin: 0.8,
  $ne: 0.9,
}

const TO_ONE = 2
const TO_MANY = 8

export function estimate({ field, operator }: Condition): Estimate {
  const related = field.relation === undefined ? 0 : field.relation.cardinality === "one" ? TO_ONE : TO_MANY
  const search = operator === "$contains" ? 3 : 0
  const folding = field.caseSensitive ? 0 : 4
  return { cost: COSTS[field.type] + search + folding + related, chance: CHANCES[operator] }
}

/**
 * Orders parts of which all must say yes, so that a no is found at the least expected cost: by the cost of
 * a part for each chance that it says no. Parts that are alike stay in their order.
 */
export function allInTurn<Part extends Estimate>(parts: readonly Part[]): readonly Part[] {
  return inTurn(parts, ({ cost, chance }) => price(cost, 1 - chance))
}

/** Orders parts of which one must say yes: by the cost for each chance of a yes. */
export function anyInTurn<Part extends Estimate>(parts: readonly Part[]): readonly Part[] {
  return inTurn(parts, ({ cost, chance }) => price(cost, chance))
}

/** How many parts are soonest ordered by putting each into its place. */
const FEW = 8

function inTurn<Part extends Estimate>(
  parts: readonly Part[],
  priceOf: (part: Part) => number,
): readonly Part[] {
  if (parts.length > FEW) return [...parts].sort((a, b) => priceOf(a) - priceOf(b))
  const ordered = [...parts]
  for (let index = 1; index < parts.length; index++) {
    const part = parts[index] as Part
    const own = priceOf(part)
    let place = index
    while (place > 0 && priceOf(ordered[place - 1] as Part) > own) {
      ordered[place] = ordered[place - 1] as Part
      place--
    }
    ordered[place] = part
  }
  return ordered
}

/** What an answer costs that comes with this chance. None is taken for impossible: the price stays a number that sorts. */
function price(cost: number, chance: number): number {
  return cost / Math.max(chance, 1e-9)
}

/** The estimate of parts that are asked in turn until one of them says no. */
export function estimateAll(parts: readonly Estimate[]): Estimate {
  let cost = 0
  let chance = 1
  for (const part of parts) {
    cost += chance * part.cost
    chance *= part.chance
  }
  return { cost, chance }
}

/** The estimate of parts that are asked in turn until one of them says yes. */
export function estimateAny(parts: readonly Estimate[]): Estimate {
  const { cost, chance } = estimateAll(parts.map((part) => ({ cost: part.cost, chance: 1 - part.chance })))
  return { cost, chance: 1 - chance }
}
