import { nullCell } from "./cells.ts"
import { type Group, inside, outside, type Unknown } from "./variables.ts"

/**
 * Removes the cells that the other variables of a group exclude.
 *
 * @param domains the cells that each variable may have; in a relation to many, in every related record
 * @returns whether some record is left
 */
export function propagate({ isMany, unknowns }: Group, domains: bigint[]): boolean {
  for (let isStable = false; !isStable; ) {
    isStable = true
    const keep = (variable: number, cells: bigint) => {
      const before = domains[variable] as bigint
      const after = before & cells
      if (after === before) return
      domains[variable] = after
      isStable = false
    }
    for (const unknown of unknowns) propagateNeedles(unknown, domains, keep)
    const isEmpty = unknowns.some(({ variables }) => variables.some((variable) => domains[variable] === 0n))
    if (isEmpty && !isMany) return false
    // A related record without a value for one field is no related record.
    if (isEmpty)
      for (const { variables } of unknowns) for (const variable of variables) domains[variable] = 0n
    if (isMany) continue
    const isPresent = unknowns.some(({ at }) => ((domains[at] as bigint) & nullCell()) === 0n)
    const isAbsent = unknowns.some(({ at, field }) => field.required && domains[at] === nullCell())
    for (const { at, field } of unknowns) {
      if (isPresent && field.required) keep(at, ~nullCell())
      if (isAbsent) keep(at, nullCell())
    }
  }
  return true
}

/** A value decides about the needles inside, they decide about the value, and a needle about those inside of it. */
function propagateNeedles(
  { at, needles }: Unknown,
  domains: readonly bigint[],
  keep: (variable: number, cells: bigint) => void,
): void {
  const domainOf = (variable: number) => domains[variable] as bigint
  for (const { variable, possible, certain, inner } of needles) {
    if ((domainOf(at) & possible) === 0n) keep(variable, outside())
    if ((domainOf(at) & ~certain) === 0n) keep(variable, inside())
    if (domainOf(variable) === inside()) keep(at, possible)
    if (domainOf(variable) === outside()) keep(at, ~certain)
    for (const other of inner) {
      if (domainOf(variable) === inside()) keep(other, inside())
      if (domainOf(other) === outside()) keep(variable, outside())
    }
  }
}
