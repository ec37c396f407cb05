import { foldedFor } from "../../schema/comparable.ts"
import { withinBudget } from "./budget.ts"
import { nullCell } from "./cells.ts"
import type { Found } from "./find-record.ts"
import type { Formula } from "./formula.ts"
import { NO_VALUE, type Row } from "./rows.ts"
import { type Group, inside, outside, type Unknown } from "./variables.ts"

/** Makes the record that was found, and leaves out what the formula does not need, as far as the budget allows. */
export function recordOf({ formula, rows: found, variables, spend }: Found): Record<string, unknown> {
  const { groups, owners, needles, all } = variables
  const rows = new Map(found)
  // When the budget runs out, the record is right, if not the smallest.
  withinBudget(shrink)
  return assembled()

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
    const needle = needles[variable]
    if (needle === undefined) return cells
    const text = foldedFor(unknown.field, String(value))
    return value !== null && text.includes(needle.text) ? inside() : outside()
  }

  function assembled(): Record<string, unknown> {
    const entries: [string, unknown][] = []
    for (const group of groups) {
      const relation = group.unknowns[0]?.field.relation
      const made = (rows.get(group) as readonly Row[]).map(propertiesOf)
      if (relation === undefined) entries.push(...made.flat())
      else if (group.isMany ? made.length > 0 : made.flat().length > 0) {
        const objects = made.map((properties) => Object.fromEntries(properties))
        entries.push([relation.name, group.isMany ? objects : objects[0]])
      }
    }
    return Object.fromEntries(entries)
  }
}

/** The properties that are not null. */
function propertiesOf(row: Row): readonly [string, unknown][] {
  return [...row].flatMap(([{ field }, { value }]) => (value === null ? [] : [[field.property, value]]))
}
