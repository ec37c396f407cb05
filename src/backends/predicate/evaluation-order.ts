import { ALWAYS, type Estimate } from "./cost-model.ts"

/**
 * Orders conjuncts so that a false one is found at the least expected cost: by cost divided by the share of records
 * for which the conjunct is false. Equal conjuncts keep their order.
 */
export function orderConjuncts<Part extends Estimate>(parts: readonly Part[]): readonly Part[] {
  return sorted(parts, (one, other) =>
    compareRatios(one, other, ALWAYS - one.selectivity, ALWAYS - other.selectivity),
  )
}

/** Orders disjuncts so that a true one is found at the least expected cost: by cost divided by selectivity. */
export function orderDisjuncts<Part extends Estimate>(parts: readonly Part[]): readonly Part[] {
  return sorted(parts, (one, other) => compareRatios(one, other, one.selectivity, other.selectivity))
}

/** Compares cost / share of two parts without a division, so that all numbers stay integers. */
function compareRatios(one: Estimate, other: Estimate, oneShare: number, otherShare: number): number {
  return one.cost * Math.max(otherShare, 1) - other.cost * Math.max(oneShare, 1)
}

/** Up to this length, an insertion sort is faster than Array.prototype.sort. */
const SHORT = 8

function sorted<Part extends Estimate>(
  parts: readonly Part[],
  compare: (one: Part, other: Part) => number,
): readonly Part[] {
  const result = [...parts]
  if (parts.length > SHORT) return result.sort(compare)
  for (let index = 1; index < result.length; index++) {
    const part = result[index] as Part
    let position = index
    while (position > 0 && compare(result[position - 1] as Part, part) > 0) {
      result[position] = result[position - 1] as Part
      position--
    }
    result[position] = part
  }
  return result
}
