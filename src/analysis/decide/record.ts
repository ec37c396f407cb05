import { foldedFor } from "../../schema/comparable.ts"
import type { Value } from "../../schema/field-type.ts"
import { textBetween } from "../../text/text-between.ts"
import { EXHAUSTED, type Spend } from "./budget.ts"
import { type Cell, cellAt, nullCell } from "./cells.ts"
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
  const choices = new Map<Unknown, readonly (Choice & Cell)[]>()
  for (const group of groups) {
    const facts = found.filter(({ groups }) => groups === group.bit)
    const made = group.isMany ? facts.map((fact) => rowOf(group, fact)) : [rowOf(group)]
    if (!made.every((row) => row !== undefined)) return undefined
    rows.set(group, made as Row[])
  }
  return () => {
    try {
      shrink()
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
    for (const { value, isPoint, below, above, cells } of choicesOf(unknown)) {
      if ((cells & possible) === 0n) continue
      if (isPoint || contains.length + lacks.length === 0) return { value, cells }
      spend(100 + 5 * needles.length)
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

  /** Leaves out what makes no difference. Without one value, another one may make none any more. */
  function shrink(): void {
    for (let isSmallest = false; !isSmallest; ) {
      isSmallest = true
      for (const group of groups)
        for (const candidate of smaller(group)) if (keepIf(group, candidate)) isSmallest = false
    }
  }

  /** Each way to leave out a related record, or the one of a relation to one, or a value. */
  function* smaller(group: Group): Generator<readonly Row[]> {
    const current = () => rows.get(group) as readonly Row[]
    const isOptional = group.unknowns.every(isNullable)
    for (let i = current().length - 1; i >= 0; i--) {
      const row = current()[i] as Row
      const values = [...row].filter(([, { value }]) => value !== null)
      if (group.isMany) yield current().filter((_, index) => index !== i)
      else if (isOptional && values.length > 0) yield [new Map()]
      // If that was enough, the values are gone.
      if (current()[i] !== row) continue
      for (const [unknown] of values)
        if (isNullable(unknown) && !unknown.field.required)
          yield current().map((one, index) => (index === i ? new Map(one).set(unknown, NO_VALUE) : one))
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
    const itsRows = rows.get(unknown.group) as readonly Row[]
    spend(itsRows.length)
    return itsRows.some(has) === (formula.kind !== "none")
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
