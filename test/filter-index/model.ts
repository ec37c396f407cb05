import { within } from "../../src/filter/filter.ts"
import type { Condition, Field, Filter, Schema } from "../../src/index.ts"
import { type Predicate, toPredicate } from "../../src/predicate.ts"
import { outcome } from "../properties/outcome.ts"

/** Reads a property of a record, as the option `get` does. */
export type Get = (record: unknown, property: string) => unknown

/** Tells what a filter means for each record. */
export type Meaning = (filter: Filter) => Predicate<unknown>

/** What an index must answer: a Map of its filters, and a predicate for each of them. */
export interface Model {
  readonly filters: Map<unknown, Filter<Schema>>
  readonly meaning: Meaning
  /** Puts a record into the form that predicates and index read. */
  readonly form: (record: unknown) => unknown
}

/** The predicates of filters. Each is made once, because many runs use the same filters. */
export function meaningWith(get: Get | undefined): Meaning {
  const predicates = new WeakMap<Filter, Predicate<unknown>>()
  return (filter) => {
    const known = predicates.get(filter)
    if (known !== undefined) return known
    const predicate = get ? toPredicate(filter, { get }) : toPredicate<unknown>(filter)
    predicates.set(filter, predicate)
    return predicate
  }
}

/** The ids of the filters that match, or the message of a predicate that rejects the record. */
export function matching({ filters, meaning }: Model, record: unknown): ReadonlySet<unknown> | string {
  return outcome(() => {
    const ids = new Set<unknown>()
    for (const [id, filter] of filters) if (meaning(filter)(record)) ids.add(id)
    return ids
  })
}

/** Whether some filter uses a field that cannot have its value in the record. Predicates may skip the value. */
export function hasBadValue(model: Model, record: unknown): boolean {
  return [...fieldsOf(model)].some(
    (field) => typeof outcome(() => model.meaning(readerOf(field))(record)) === "string",
  )
}

/** The fields that filters of the model use. */
export function fieldsOf({ filters }: Model): ReadonlySet<Field> {
  return new Set([...filters.values()].flatMap(conditionsOf).map(({ field }) => field))
}

const readers = new WeakMap<Field, Filter>()

/** A filter whose predicate reads every value of a field: no related record decides, because none is in an empty list. */
function readerOf(field: Field): Filter {
  const known = readers.get(field)
  if (known !== undefined) return known
  const reader: Filter = within("$in", field, [])
  readers.set(field, reader)
  return reader
}

/** The conditions of a filter. */
export function conditionsOf(filter: Filter<Schema>): readonly Condition<Schema>[] {
  return filter.kind === "and" || filter.kind === "or" ? filter.operands.flatMap(conditionsOf) : [filter]
}
