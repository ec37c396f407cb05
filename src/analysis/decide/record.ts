import { foldedFor } from "../../schema/comparable.ts"
import type { Value } from "../../schema/field-type.ts"
import { textBetween } from "../../text/text-between.ts"
import { EXHAUSTED, type Spend } from "./budget.ts"
import { cellAt, nullCell } from "./cells.ts"
import type { Formula, Literal } from "./formula.ts"
import type { State } from "./search.ts"
import { type Group, inside, outside, type Unknown, type Variables } from "./variables.ts"

/** A value, and the cell that it is taken from. */
interface Choice {
  readonly value: Value | null
  readonly cells: bigint
}

/** The values of a record, or of a related one. */
type Row = Map<Unknown, Choice>

const NO_VALUE: Choice = { value: null, cells: /* @__PURE__ */ nullCell() }

/**
 * Chooses values for what the search found.
 *
 * @returns makes the record, without what the formula does not need. Undefined if no text is known that contains some
 * texts and lacks others
 */
export function recordOf(
  formula: Formula,
  { domains, found }: State,
  { groups, owners, needles: needleOf, all }: Variables,
  spend: Spend,
): (() => Record<string, unknown>) | undefined {
  const rows = new Map<Group, readonly Row[]>()
  for (const group of groups) {
    const facts = found.filter(({ groups }) => groups === group.bit)
    const made = group.isMany ? facts.map((fact) => rowOf(group, fact)) : [rowOf(group)]
    if (!made.every((row) => row !== undefined)) return undefined
    rows.set(group, made as Row[])
  }
  return () => {
    try {
      for (const group of groups) shrink(group)
    } catch (error) {
      // The record is right, if not the smallest.
      if (error !== EXHAUSTED) throw error
    }
    return assembled()
  }

  function rowOf({ unknowns }: Group, fact?: Literal): Row | undefined {
    const row: Row = new Map()
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
    const choices = cells
      .map((cell, index) => ({ ...cell, cells: cellAt(index), length: String(cell.value).length }))
      .filter((cell) => (cell.cells & possible) !== 0n)
      .sort((a, b) => a.length - b.length)
    for (const { value, isPoint, below, above, cells } of choices) {
      if (isPoint || contains.length + lacks.length === 0) return { value, cells }
      spend(100 + 5 * needles.length)
      const bound = (side?: Value) => (side === undefined ? undefined : foldedFor(field, String(side)))
      const text = textBetween(bound(below), bound(above), { contains, lacks })
      if (text !== undefined) return { value: text, cells }
    }
    return undefined
  }

  /** Leaves out each related record and each value that makes no difference. */
  function shrink(group: Group): void {
    const current = () => rows.get(group) as readonly Row[]
    const isOptional = group.unknowns.every(isNullable)
    for (let i = current().length - 1; i >= 0; i--) {
      const rest = current().filter((_, index) => index !== i)
      if (group.isMany ? keepIf(group, rest) : isOptional && keepIf(group, [new Map()])) continue
      for (const [unknown, { value }] of current()[i] as Row) {
        if (value === null || !isNullable(unknown) || unknown.field.required) continue
        keepIf(
          group,
          current().map((row, index) => (index === i ? new Map(row).set(unknown, NO_VALUE) : row)),
        )
      }
    }
  }

  /** Takes the smaller part if the record still satisfies the formula. */
  function keepIf(group: Group, smaller: readonly Row[]): boolean {
    const before = rows.get(group) as readonly Row[]
    rows.set(group, smaller)
    let isEnough = false
    try {
      isEnough = evaluate(formula)
    } finally {
      if (!isEnough) rows.set(group, before)
    }
    return isEnough
  }

  function isNullable({ at }: Unknown): boolean {
    return ((all[at] as bigint) & nullCell()) !== 0n
  }

  function evaluate(formula: Formula): boolean {
    spend(1)
    if (formula.kind === "and") return formula.operands.every(evaluate)
    if (formula.kind === "or") return formula.operands.some(evaluate)
    const unknown = owners[formula.variable] as Unknown
    const has = (row: Row) => (cellsIn(row, unknown, formula.variable) & formula.cells) !== 0n
    return (rows.get(unknown.group) as readonly Row[]).some(has) === (formula.kind !== "none")
  }

  function cellsIn(row: Row, unknown: Unknown, variable: number): bigint {
    const { value, cells } = row.get(unknown) ?? NO_VALUE
    const needle = needleOf[variable]
    if (needle === undefined) return cells
    const text = foldedFor(unknown.field, String(value))
    return value !== null && text.includes(needle.text) ? inside() : outside()
  }

  function assembled(): Record<string, unknown> {
    const entries: [string, unknown][] = []
    for (const { unknowns, isMany } of groups) {
      const [first] = unknowns
      const group = first?.group as Group
      const relation = first?.field.relation
      const made = (rows.get(group) as readonly Row[]).map(propertiesOf)
      if (relation === undefined) entries.push(...made.flat())
      else if (isMany ? made.length > 0 : made.flat().length > 0) {
        const [one, ...others] = made.map((properties) => Object.fromEntries(properties))
        entries.push([relation.name, isMany ? [one, ...others] : one])
      }
    }
    return Object.fromEntries(entries)
  }
}

/** The properties that are not null. */
function propertiesOf(row: Row): readonly [string, unknown][] {
  return [...row].flatMap(([{ field }, { value }]) => (value === null ? [] : [[field.property, value]]))
}
