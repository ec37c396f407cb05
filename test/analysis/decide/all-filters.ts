import type { JsonFilter } from "./random-filters.ts"

/** A filter, with the records of a grid that match it as the bits of a number. */
export interface Member {
  readonly json: JsonFilter
  readonly matched: bigint
}

/** All filters of one to three of these conditions: alone, joined by one $and or one $or, or by one inside the other. */
export function* allFilters(conditions: readonly Member[]): Generator<Member> {
  yield* conditions
  for (const [i, a] of conditions.entries()) {
    for (const [j, b] of conditions.slice(0, i).entries()) {
      yield both(a, b)
      yield either(a, b)
      for (const c of conditions.slice(0, j)) {
        yield both(a, b, c)
        yield either(a, b, c)
      }
      for (const c of conditions) {
        yield both(either(a, b), c)
        yield either(both(a, b), c)
      }
    }
  }
}

function both(...members: readonly Member[]): Member {
  return {
    json: { $and: members.map(({ json }) => json) },
    matched: members.reduce((matched, one) => matched & one.matched, -1n),
  }
}

function either(...members: readonly Member[]): Member {
  return {
    json: { $or: members.map(({ json }) => json) },
    matched: members.reduce((matched, one) => matched | one.matched, 0n),
  }
}
