import type { Condition } from "../../filter/filter.ts"
import type { FieldTypeName } from "../../schema/field.ts"
import type { Operator } from "../../schema/operators.ts"

/**
 * What is expected of a part of a filter before any record is seen: what it costs to ask, and how often of a thousand
 * times the answer is yes. Whole numbers, because an engine keeps those where they are and makes an object of any other.
 */
export interface Estimate {
  readonly cost: number
  readonly chance: number
}

/** What it costs to compare a value of each type; only the proportions matter. */
const COSTS: Readonly<Record<FieldTypeName, number>> = {
  boolean: 100,
  opaque: 100,
  integer: 100,
  number: 100,
  enum: 100,
  string: 150,
  reference: 200,
  datetime: 800,
}

const CERTAIN = 1000

/** How often a condition is expected to hold. */
const CHANCES: Readonly<Record<Operator, number>> = {
  $eq: 100,
  $in: 200,
  $contains: 200,
  $lt: 500,
  $lte: 500,
  $gt: 500,
  $gte: 500,
  $nin: 800,
  $ne: 900,
}

const TO_ONE = 200
const TO_MANY = 800
const SEARCH = 300
const FOLDING = 400

export function costOf({ field, operator }: Condition): number {
  const related = field.relation === undefined ? 0 : field.relation.cardinality === "one" ? TO_ONE : TO_MANY
  const search = operator === "$contains" ? SEARCH : 0
  const folding = field.caseSensitive ? 0 : FOLDING
  return COSTS[field.type] + search + folding + related
}

export function chanceOf({ operator }: Condition): number {
  return CHANCES[operator]
}

/**
 * Orders parts of which all must say yes, so that a no is found at the least expected cost: by the cost of
 * a part for each chance that it says no. Parts that are alike stay in their order.
 */
export function allInTurn<Part extends Estimate>(parts: readonly Part[]): readonly Part[] {
  return inTurn(parts, noIsDearer)
}

/** Orders parts of which one must say yes: by the cost for each chance of a yes. */
export function anyInTurn<Part extends Estimate>(parts: readonly Part[]): readonly Part[] {
  return inTurn(parts, yesIsDearer)
}

/** By how much a no of the one costs more than a no of the other. Fractions are compared without dividing. */
function noIsDearer(one: Estimate, other: Estimate): number {
  return one.cost * possible(CERTAIN - other.chance) - other.cost * possible(CERTAIN - one.chance)
}

function yesIsDearer(one: Estimate, other: Estimate): number {
  return one.cost * possible(other.chance) - other.cost * possible(one.chance)
}

/** No answer is taken for impossible: whatever it costs, it would have to come last. */
function possible(chance: number): number {
  return chance === 0 ? 1 : chance
}

/** How many parts are soonest ordered by putting each into its place. */
const FEW = 8

function inTurn<Part extends Estimate>(
  parts: readonly Part[],
  compare: (one: Part, other: Part) => number,
): readonly Part[] {
  const ordered = [...parts]
  if (parts.length > FEW) return ordered.sort(compare)
  for (let index = 1; index < ordered.length; index++) {
    const part = ordered[index] as Part
    let place = index
    while (place > 0 && compare(ordered[place - 1] as Part, part) > 0) {
      ordered[place] = ordered[place - 1] as Part
      place--
    }
    if (place < index) ordered[place] = part
  }
  return ordered
}

/** The estimate of parts that are asked in turn until one of them says no. */
export function estimateAll(parts: readonly Estimate[]): Estimate {
  return askInTurn(parts, ({ chance }) => chance)
}

/** The estimate of parts that are asked in turn until one of them says yes. */
export function estimateAny(parts: readonly Estimate[]): Estimate {
  const { cost, chance } = askInTurn(parts, (part) => CERTAIN - part.chance)
  return { cost, chance: CERTAIN - chance }
}

/** What it costs to ask parts in turn as long as each has the answer that leads to the next, and how often all have it. */
function askInTurn(parts: readonly Estimate[], chanceOfNext: (part: Estimate) => number): Estimate {
  let cost = 0
  let chance = CERTAIN
  for (const part of parts) {
    cost += times(part.cost, chance)
    chance = times(chanceOfNext(part), chance)
  }
  return { cost, chance }
}

function times(amount: number, chance: number): number {
  return Math.round((amount * chance) / CERTAIN)
}
