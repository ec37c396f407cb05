import type { Condition, Filter } from "../../filter.ts"
import { compile, defineBackend } from "../backend.ts"
import { valueReader } from "./read-value.ts"
import { valueTest } from "./test-value.ts"

/** Says of a record whether a filter matches it. */
export type Predicate<Row = object> = (record: Row) => boolean

/** How {@link toPredicate} reads records. */
export interface PredicateOptions<Row = object> {
  /**
   * Reads a property: of a record, and through a relation of a related one. By default the property of
   * that name. What it returns for a relation to many is an array of objects.
   */
  readonly get?: (record: Row, property: string) => unknown
}

/**
 * Compiles a filter to a function that says of a record whether it matches.
 *
 * Records look as Desk's API answers them: integers as numbers, bigints or strings of digits,
 * date-times as RFC 3339 texts or Dates, references as `{ id, type }` or the id, relations to many as
 * arrays of objects; what is missing is null. Nothing is generated or evaluated: it works under a
 * Content Security Policy.
 *
 * @param filter a checked filter
 * @param options how to read records
 * @returns the predicate; it throws a TypeError for a record whose value is not of the field's type
 * @throws TypeError when the filter is not one that parsing or the builder made
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"contacts.value":{"$contains":"@example.com"}}')
 * const matches = toPredicate(filter)
 * matches({ id: 1, contacts: [{ value: "jane@example.com" }] }) // true
 * matches({ id: 2 }) // false
 * ```
 */
export function toPredicate<Row = object>(
  filter: Filter,
  options: PredicateOptions<Row> = {},
): Predicate<Row> {
  const get = (options.get ?? getProperty) as Get
  const backend = defineBackend<Predicate<Row>>({
    and: (operands) => {
      if (operands.length === 0) return () => true
      return (record) => operands.every((operand) => operand(record))
    },
    or: (operands) => (record) => operands.some((operand) => operand(record)),
    compare: (node) => conditionPredicate(node, get),
    in: (node) => conditionPredicate(node, get),
    contains: (node) => conditionPredicate(node, get),
  })
  return compile<Predicate<Row>, never>(filter, backend)
}

type Get = (record: unknown, property: string) => unknown

/** A property of a record. What every object inherits, such as `constructor`, is none of a record's. */
const getProperty: Get = (record, property) =>
  property in Object.prototype && !Object.hasOwn(record as object, property)
    ? undefined
    : (record as Readonly<Record<string, unknown>>)[property]

function conditionPredicate(condition: Condition, get: Get): Predicate<unknown> {
  const { relation, property } = condition.field
  const test = valueTest(condition)
  const read = valueReader(condition.field)
  if (relation === undefined) return (record) => test(read(get(record, property)))
  if (relation.cardinality === "one") {
    return (record) => {
      const related = relatedRecord(get(record, relation.name), relation.name)
      return test(related === null ? null : read(get(related, property)))
    }
  }
  // $ne and $nin say that NO related record is equal: every one of them passes the negative test.
  const negative = condition.operator === "$ne" || condition.operator === "$nin"
  return (record) => {
    const related = relatedRecords(get(record, relation.name), relation.name)
    const passes = (one: object) => test(read(get(one, property)))
    return negative ? related.every(passes) : related.some(passes)
  }
}

function relatedRecord(value: unknown, name: string): object | null {
  if (value === null || value === undefined) return null
  if (typeof value === "object" && !Array.isArray(value)) return value
  throw new TypeError(`A record has something in ${name} that is no related record`)
}

/** The related records; null where one could be is no record. */
function relatedRecords(value: unknown, name: string): readonly object[] {
  if (value === null || value === undefined) return []
  if (!Array.isArray(value))
    throw new TypeError(`A record has something in ${name} that is no array of related records`)
  return value.map((one) => relatedRecord(one, name)).filter((one) => one !== null)
}
