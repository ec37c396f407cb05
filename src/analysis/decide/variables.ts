import { type Condition, conditionValues, type Filter } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import type { Field } from "../../schema/field.ts"
import { isToMany } from "../to-many.ts"
import { EXHAUSTED, type Spend } from "./budget.ts"
import { type Cell, type Cells, cellsBefore, cellsOf, nullCell } from "./cells.ts"
import { type Needle, needlesOf, needleText } from "./needles.ts"

/** What is unknown about a field: in which cell its value is, and which needles are inside. */
export interface Unknown {
  readonly field: Field
  readonly cells: readonly Cell[]
  readonly needles: readonly Needle[]
  /** The number of the variable that is its cell. */
  readonly at: number
  /** This one and those of its needles, which follow it. */
  readonly variables: readonly number[]
  /** How many steps it takes to draw the conclusions from one variable for the others. */
  readonly steps: number
  readonly group: Group
}

/** Fields that depend on each other: a field of the record alone, or the fields of one relation. */
export interface Group {
  /** Its bit in a set of groups. */
  readonly bit: bigint
  readonly isMany: boolean
  /** Whether some of its variables depend on others. */
  readonly isDependent: boolean
  readonly unknowns: Unknown[]
}

/** The cells of a needle's variable: the needle is outside of the value, or inside. Functions, as in {@link nullCell}. */
export const outside = (): bigint => 1n
export const inside = (): bigint => 2n

/** A condition as a set of cells of one variable. */
export interface Part {
  readonly variable: number
  readonly cells: bigint
}

/** Everything that the filters ask about. */
export interface Variables {
  readonly groups: readonly Group[]
  /** To whom each variable belongs. */
  readonly owners: readonly Unknown[]
  /** The needle of each variable that is not a cell. */
  readonly needles: readonly (Needle | undefined)[]
  /** The cells of each variable that a record of the schema may have. */
  readonly all: readonly bigint[]
  /** The values that satisfy a condition. */
  partOf(condition: Condition): Part
}

/** An unknown, and the cells that satisfy its conditions. */
type Asked = Unknown & Pick<Cells, "satisfying">

/**
 * Numbers the variables of filters. Filters of different schemas have no answer.
 *
 * @param onlyListed whether records have no other values of enum fields than those that the fields list
 */
export function variablesOf(filters: readonly Filter[], onlyListed: boolean, spend: Spend): Variables {
  const byField = new Map<string, Condition[]>()
  /** The same lists. Schemas that are alike have different objects for a field, so it may have several keys here. */
  const known = new Map<Field, Condition[]>()
  const add = (condition: Condition) => {
    const { field } = condition
    const others = known.get(field) ?? byField.get(field.name) ?? []
    spend(1)
    if (!known.has(field) && others[0] !== undefined && !areAlike(others[0].field, field)) throw EXHAUSTED
    known.set(field, others)
    byField.set(field.name, others)
    others.push(condition)
  }
  for (const filter of filters) fold<unknown>(filter, { and: () => 0, or: () => 0, condition: add })

  const groups = new Map<string, Group>()
  const owners: Unknown[] = []
  const all: bigint[] = []
  const allNeedles: (Needle | undefined)[] = []
  const byName = new Map<string, Asked>()
  for (const [name, conditions] of byField) {
    const { field } = conditions[0] as Condition
    // In one schema, a relation and a field cannot have the same name.
    const key = field.relation?.name ?? name
    const isMany = isToMany(field)
    const { cells, satisfying } = cellsOf(field, conditions, onlyListed, spend)
    const at = owners.length
    const needles = needlesOf(field, conditions, cells, at + 1, spend)
    const isDependent = field.relation !== undefined || needles.length > 0
    const group = groups.get(key) ?? { bit: 1n << BigInt(groups.size), isMany, isDependent, unknowns: [] }
    groups.set(key, group)
    const other = group.unknowns[0]?.field ?? field
    if (other.relation?.cardinality !== field.relation?.cardinality) throw EXHAUSTED
    const variables = [at, ...needles.map(({ variable }) => variable)]
    const steps = needles.reduce((sum, { inner }) => sum + 1 + inner.length / 4, 1)
    const unknown = { field, cells, needles, at, variables, steps, group, satisfying }
    group.unknowns.push(unknown)
    byName.set(name, unknown)
    const whole = cellsBefore(cells.length)
    const own = field.nullable ? whole : whole & ~nullCell()
    for (const needle of [undefined, ...needles]) {
      owners.push(unknown)
      allNeedles.push(needle)
      all.push(needle === undefined ? own : outside() | inside())
    }
  }

  return {
    groups: [...groups.values()],
    owners,
    all,
    needles: allNeedles,
    partOf(condition) {
      const { at, cells, needles, satisfying } = byName.get(condition.field.name) as Asked
      // A set of cells is a long number.
      spend(2 + ((conditionValues(condition).length + cells.length) >>> 4))
      const set = satisfying(condition)
      if (set !== undefined) return { variable: at, cells: set }
      const text = needleText(condition)
      const needle = needles.find((other) => other.text === text) as Needle
      return { variable: needle.variable, cells: inside() }
    },
  }
}

/** Whether two fields of one name have the same values. */
function areAlike(a: Field, b: Field): boolean {
  const facts = ({ type, nullable, required, caseSensitive, relation, values }: Field) =>
    JSON.stringify([type, nullable, required, caseSensitive, relation, values])
  return facts(a) === facts(b)
}
