import { foldedFor } from "../../schema/comparable.ts"
import type { Value } from "../../schema/field-type.ts"
import { textBetween } from "../../text/text-between.ts"
import type { Spend } from "./budget.ts"
import { type Cell, cellAt, nullCell } from "./cells.ts"
import type { Literal } from "./formula.ts"
import type { State } from "./search.ts"
import { type Group, inside, outside, type Unknown, type Variables } from "./variables.ts"

/** A value, and the cell that it is taken from. */
interface Choice {
  readonly value: Value | null
  readonly cells: bigint
}

/** The values of a record, or of a related one. */
export type Row = ReadonlyMap<Unknown, Choice>

/** The values of a record in each group: one row, or one for each related record. */
export type Rows = ReadonlyMap<Group, readonly Row[]>

export const NO_VALUE: Choice = { value: null, cells: /* @__PURE__ */ nullCell() }

/**
 * Chooses values for what the search found.
 *
 * @returns undefined if no text is known that contains some texts and lacks others
 */
export function rowsOf({ domains, found }: State, { groups }: Variables, spend: Spend): Rows | undefined {
  const rows = new Map<Group, readonly Row[]>()
  const choices = new Map<Unknown, readonly (Choice & Cell)[]>()
  for (const group of groups) {
    const facts = found.filter(({ groups }) => groups === group.bit)
    const made = group.isMany ? facts.map((fact) => rowOf(group, fact)) : [rowOf(group)]
    if (!made.every((row) => row !== undefined)) return undefined
    rows.set(group, made as Row[])
  }
  return rows

  function rowOf({ unknowns }: Group, fact?: Literal): Row | undefined {
    const row = new Map<Unknown, Choice>()
    for (const unknown of unknowns) {
      const choice = choose(unknown, fact)
      if (choice === undefined) return undefined
      row.set(unknown, choice)
    }
    return row
  }

  /** Null, or the shortest value that is possible. */
  function choose(unknown: Unknown, fact?: Literal): Choice | undefined {
    const { at, field, cells, needles } = unknown
    let possible = domains[at] as bigint
    if (fact?.variable === at) possible &= fact.cells
    const contains: string[] = []
    const lacks: string[] = []
    for (const { variable, text, possible: holders } of needles) {
      const isFact = fact?.variable === variable
      if (isFact) possible &= holders
      if (isFact || domains[variable] === inside()) contains.push(text)
      else if (domains[variable] === outside()) lacks.push(text)
    }
    if ((possible & nullCell()) !== 0n) return NO_VALUE
    spend(cells.length)
    for (const { value, isPoint, below, above, cells } of choicesOf(unknown)) {
      if ((cells & possible) === 0n) continue
      if (isPoint || contains.length + lacks.length === 0) return { value, cells }
      // The needles are looked for in some hundreds of texts, or in some dozens if none must be inside.
      spend((contains.length > 0 ? 400 : 30) * (1 + needles.length / 3))
      const bound = (side?: Value) => (side === undefined ? undefined : foldedFor(field, String(side)))
      const text = textBetween(bound(below), bound(above), { contains, lacks })
      if (text !== undefined) return { value: text, cells }
    }
    return undefined
  }

  /** The cells of an unknown, those with the shortest values first. */
  function choicesOf(unknown: Unknown): readonly (Choice & Cell)[] {
    const known = choices.get(unknown)
    if (known !== undefined) return known
    const lengthOf = ({ value }: Cell) => String(value).length
    const made = unknown.cells
      .map((cell, index) => ({ ...cell, cells: cellAt(index) }))
      .sort((a, b) => lengthOf(a) - lengthOf(b))
    choices.set(unknown, made)
    return made
  }
}
