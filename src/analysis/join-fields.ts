import { and, type Condition, type Filter, or } from "../filter/filter.ts"
import type { Field } from "../schema/field.ts"
import type { Schema } from "../schema/schema.ts"
import { type ConditionSet, operandsOf, satisfyingSet, settledBy } from "./condition-set.ts"
import { intersection, union } from "./interval-set.ts"
import { groupToMany, isToMany } from "./to-many.ts"
import { viewsOf, withinType } from "./views.ts"

/** Joins the operands of a junction that are on one field. */
interface FieldJoiner<S extends Schema> {
  /** The operands, with those on one field joined at the position of the first one. */
  joinFields(kind: "and" | "or", operands: readonly Filter<S>[]): readonly Filter<S>[]
  /** What a condition alone means. */
  joinCondition(condition: Condition<S>): readonly Filter<S>[]
  /** Stores the values that satisfy a junction on one field, so that the next level up can join it. Returns the junction. */
  remember(kind: "and" | "or", junction: Filter<S>): Filter<S>
  /** The values that satisfy an operand on one field, if they are known. */
  setOf(operand: Filter): ConditionSet | undefined
}

export function fieldJoiner<S extends Schema>(): FieldJoiner<S> {
  /** The sets of conditions, and of junctions on one field, because the next level up may join them again. */
  const sets = new WeakMap<Filter, ConditionSet>()
  return {
    joinFields,
    joinCondition: (condition) => (setOf(condition) === undefined ? [condition] : joined("and", [condition])),
    remember,
    setOf,
  }

  function remember(kind: "and" | "or", junction: Filter<S>): Filter<S> {
    if (junction.kind !== kind || junction.operands.length === 0) return junction
    const groups = new Set(junction.operands.map((operand) => groupOf(kind, operand)))
    if (groups.size === 1 && !isToMany(fieldOf(junction)))
      sets.set(junction, setOfAll(kind, junction.operands))
    return junction
  }

  function joinFields(kind: "and" | "or", operands: readonly Filter<S>[]): readonly Filter<S>[] {
    const groups = new Map<string | Filter, Filter<S>[]>()
    /** Conditions that look for a text, by field: a list of the field's values settles them. */
    const texts = new Map<string, Condition<S>[]>()
    for (const operand of operands) {
      const key = groupOf(kind, operand)
      append(groups, key, operand)
      if (key === operand && "field" in operand && !isToMany(operand.field))
        append(texts, operand.field.name, operand)
    }
    for (const [key, group] of groups) {
      if (typeof key !== "string") continue
      const found = texts.get(key) ?? []
      const [text] = found
      // A boundary below the least text would hide that the set is a list.
      const left = text && settledBy(kind, found, withinType(text.field, setOfAll(kind, group)))
      const settled = left && written(kind, left, [...group, ...found])
      if (settled !== undefined) for (const one of found) groups.delete(one)
      // An operand that is alone was simplified before.
      groups.set(key, [...(settled ?? (group.length === 1 ? group : joined(kind, group)))])
    }
    return [...groups.values()].flat()
  }

  /** Joins operands on one field. Those that cannot be joined stay as they are. */
  function joined(kind: "and" | "or", operands: readonly Filter<S>[]): readonly Filter<S>[] {
    const whole = written(kind, setOfAll(kind, operands), operands)
    if (whole !== undefined) return whole
    const conditions = operands.filter((operand) => "field" in operand)
    return conditions.length < 2 || conditions.length === operands.length
      ? operands
      : [...joined(kind, conditions), ...operands.filter((operand) => !("field" in operand))]
  }

  /** The fewest operands that describe the set. Undefined if none do, or if they are longer than the operands that they replace. */
  function written(
    kind: "and" | "or",
    set: ConditionSet,
    replaced: readonly Filter<S>[],
  ): readonly Filter<S>[] | undefined {
    const field = fieldOf(replaced[0] as Filter)
    const isFlat = replaced.every((operand) => "field" in operand)
    // A junction on the field is only worth replacing by fewer conditions.
    let most = conditionsIn(replaced) - (isFlat ? 0 : 1)
    let best: readonly Filter<S>[] | undefined
    for (const view of isToMany(field) ? [set] : viewsOf(field, set)) {
      for (const operands of isFlat ? [operandsOf<S>(kind, field, view)] : eitherWay(kind, field, view)) {
        if (operands === undefined || operands.length > replaced.length) continue
        const count = conditionsIn(operands)
        if (count > most) continue
        best = operands
        most = count - 1
        const [only] = operands
        if (operands.length === 1 && only !== undefined && count > 0) sets.set(only, view)
      }
      if (most < 1) break
    }
    return best
  }

  function setOfAll(kind: "and" | "or", operands: readonly Filter[]): ConditionSet {
    const parts = operands.flatMap((operand) => setOf(operand) ?? [])
    return kind === "and" ? intersection(parts) : union(parts)
  }

  function setOf(operand: Filter): ConditionSet | undefined {
    const known = sets.get(operand)
    if (known !== undefined || !("field" in operand)) return known
    const set = satisfyingSet(operand)
    if (set !== undefined) sets.set(operand, set)
    return set
  }

  /** The group in which an operand can be joined. The operand itself if it must stay alone. */
  function groupOf(kind: "and" | "or", operand: Filter): string | Filter {
    if ("field" in operand && isToMany(operand.field)) return groupToMany(kind, operand) ?? operand
    return setOf(operand) === undefined ? operand : fieldOf(operand).name
  }
}

function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

/** What describes the set inside a junction: its operands, or one operand of the other kind. */
function eitherWay<S extends Schema>(
  kind: "and" | "or",
  field: Field,
  set: ConditionSet,
): readonly (readonly Filter<S>[] | undefined)[] {
  const [other, join] = kind === "and" ? (["or", or] as const) : (["and", and] as const)
  const inner = operandsOf<S>(other, field, set)
  return [operandsOf<S>(kind, field, set), inner && [join([...inner])]]
}

/** The field of an operand whose conditions are all on one field. */
function fieldOf(operand: Filter): Field {
  return "field" in operand ? operand.field : fieldOf(operand.operands[0] as Filter)
}

function conditionsIn(operands: readonly Filter[]): number {
  return operands.reduce((sum, one) => sum + ("field" in one ? 1 : conditionsIn(one.operands)), 0)
}
