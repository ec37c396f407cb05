import { getterOf } from "../../backends/predicate/read-property.ts"
import { ruleOf } from "../../backends/predicate/rule.ts"
import type { Condition } from "../../filter/filter.ts"
import type { Comparable } from "../../schema/comparison-form.ts"
import type { Field, FieldTypeName } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { isNegative } from "../../schema/operators.ts"
import { recordReaders } from "../../schema/types/record-readers.ts"
import { canonicalDatetime } from "../../text/datetime.ts"
import { canonicalDecimal } from "../../text/decimal.ts"

/** A value of a related record. */
export interface RelatedValue {
  /** The index of the related record in the relation. */
  readonly index: number
  readonly value: Value | null
}

/**
 * What a record has in a field: a value in the form that filters have, or null. In an opaque field, `true` means any
 * value. In a relation to many, it is a list. If one related record decided, the list has its value. Otherwise it has the
 * values of all related records.
 */
export type ActualValue = Value | null | readonly RelatedValue[]

/** Reads what decided a condition. */
export function actualOf(condition: Condition, record: unknown): ActualValue {
  const { field, operator } = condition
  const { property, relation } = field
  const read = (record: unknown, name: string) => getterOf(name, undefined)(record, name) ?? null
  if (relation === undefined) return valueIn(field, read(record, property))
  const related = read(record, relation.name)
  if (relation.cardinality === "one") return related && valueIn(field, read(related, property))
  const rule = ruleOf(condition)
  const found: RelatedValue[] = []
  // The predicate reads no further than the record that decides, so nothing is known of the records after it.
  for (const [index, one] of ((related ?? []) as readonly unknown[]).entries()) {
    if (one === null || one === undefined) continue
    const value = read(one, property)
    const actual = { index, value: valueIn(field, value) }
    if (rule(value) !== isNegative(operator)) return [actual]
    found.push(actual)
  }
  return found
}

/** A value of a record in the form that a filter has it in. The predicate accepted the value. */
function valueIn({ type }: Field, value: unknown): Value | null {
  const comparable = value === null ? null : (recordReaders[type].read(value) ?? null)
  return comparable === null ? null : forms[type](comparable, value)
}

const same = (value: Comparable) => value

/** The form of each type, from the form in which values compare. */
const forms: Readonly<Record<FieldTypeName, (comparable: Comparable, value: unknown) => Value>> = {
  integer: same,
  number: same,
  string: same,
  boolean: Boolean,
  enum: same,
  datetime: (comparable) => canonicalDatetime(String(comparable)) as string,
  reference: same,
  opaque: () => true,
  uuid: same,
  // A record may have more digits than a filter.
  decimal: (_, value) => {
    const decimal = canonicalDecimal(String(value))
    return decimal === undefined || decimal === "too many digits" ? String(value) : decimal
  },
  date: same,
}
