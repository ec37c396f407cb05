import { type Get, getterOf } from "../backends/predicate/read-property.ts"
import { readValue } from "../backends/predicate/read-value.ts"
import { recordCheck } from "../backends/predicate/record-check.ts"
import { relatedRecord, someRelated } from "../backends/predicate/related-records.ts"
import type { Comparable } from "../schema/comparison-form.ts"
import type { Field, Relation } from "../schema/field.ts"

/** The values of one field, in the form in which they compare. Through a relation to many, there may be several. */
export type FieldValues = readonly (Comparable | null)[]

/** Reads fields of a record. The result has the values of each field, in the order of the fields. */
export type ReadRecord = (record: unknown) => readonly FieldValues[]

/** Adds the values of some fields of a record to those of each field. */
type ReadInto = (record: unknown, into: (Comparable | null)[][]) => void

/**
 * Makes the function that reads these fields of a record. It reads each property once. It throws a TypeError if a record is
 * no object, or if a value has none of the forms of its type.
 */
export function recordReader(fields: readonly Field[], get: Get | undefined): ReadRecord {
  const check = recordCheck("A record", get)
  const reads = [...placesByRelation(fields)].map(([relation, places]) => {
    const read = propertiesReader(fields, places, get)
    return relation === undefined ? read : related(relation, read, places, get)
  })
  return (record) => {
    check(record)
    const values = fields.map((): (Comparable | null)[] => [])
    for (const read of reads) read(record, values)
    return values
  }
}

/** The places of the fields of each relation, and of the fields of the record itself. */
function placesByRelation(fields: readonly Field[]): ReadonlyMap<Relation | undefined, readonly number[]> {
  const places = new Map<Relation | undefined, number[]>()
  for (const [place, { relation }] of fields.entries()) {
    const known = places.get(relation)
    if (known === undefined) places.set(relation, [place])
    else known.push(place)
  }
  return places
}

/** Reads properties of a record, or of a related one. */
function propertiesReader(
  fields: readonly Field[],
  places: readonly number[],
  given: Get | undefined,
): ReadInto {
  const properties = places.map((place) => {
    const field = fields[place] as Field
    return { place, field, get: getterOf(field.property, given) }
  })
  return (record, into) => {
    for (const { place, field, get } of properties)
      into[place]?.push(readValue(get(record, field.property), field))
  }
}

/** Reads properties of related records. */
function related(
  { name, cardinality }: Relation,
  read: ReadInto,
  places: readonly number[],
  given: Get | undefined,
): ReadInto {
  const get = getterOf(name, given)
  if (cardinality === "many") {
    const someIn = someRelated(name, given)
    return (record, into) => {
      // No related record decides, so all are read.
      someIn(get(record, name), (one) => {
        read(one, into)
        return false
      })
    }
  }
  const relatedIn = relatedRecord(name, given)
  return (record, into) => {
    const one = relatedIn(get(record, name))
    if (one !== undefined) read(one, into)
    else for (const place of places) into[place]?.push(null)
  }
}
