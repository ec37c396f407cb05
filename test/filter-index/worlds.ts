import fc from "fast-check"
import { type Filter, parseFilter, type Schema } from "../../src/index.ts"
import { denseRecord, denseText } from "../arbitraries/dense.ts"
import { filterText } from "../arbitraries/filters.ts"
import { narrow, narrowRecord, narrowText } from "../arbitraries/narrow.ts"
import { records } from "../arbitraries/people.ts"
import { recordValue } from "../arbitraries/record-value.ts"
import { people } from "../conformance/people.ts"

/** A schema, with filters and records of it. */
export interface World {
  readonly schema: Schema
  readonly filter: fc.Arbitrary<Filter<Schema>>
  /** Ready filters, so that an index can get hundreds at once. The filters of one list are about few fields or values. */
  readonly lists: readonly (readonly Filter<Schema>[])[]
  /** Records whose values have the types of their fields. */
  readonly record: fc.Arbitrary<object>
}

/** More than a filter of the tests needs, also one that was joined of others. */
const limits = { maxLength: 1e6, maxNodes: 1e5, maxRelationConditions: 1e5, maxDepth: 256 }

/** Reads a filter of the schema. */
export function read(schema: Schema, text: string): Filter<Schema> {
  return parseFilter(schema, text, { limits })
}

/** The same filters for each run, because a run that fails names the seed of its own choices only. */
function listOf(schema: Schema, text: fc.Arbitrary<string>): readonly Filter<Schema>[] {
  return fc.sample(text, { numRuns: 150, seed: 1 }).map((text) => read(schema, text))
}

/** Few fields with few values. */
export function fewFields(): World {
  const groups = [
    [],
    ["n"],
    ["s"],
    ["d", "b"],
    ["few", "sure"],
    ["e", "kind"],
    ["t.n", "t.b", "t.e"],
    ["o.n"],
  ]
  return {
    schema: narrow,
    filter: narrowText().map((text) => read(narrow, text)),
    lists: groups.map((names) => listOf(narrow, narrowText(...names))),
    record: narrowRecord,
  }
}

/** A field of every type, with values that are easily confused. */
export function allTypes(): World {
  const fields = [...people.fields.values()]
  const dense = denseText(fields)
  return {
    schema: people,
    filter: fc.oneof(filterText, dense).map((text) => read(people, text)),
    lists: [
      listOf(people, dense),
      listOf(people, filterText),
      ...fields.map((one) => listOf(people, denseText([one]))),
    ],
    record: fc.oneof(
      { weight: 3, arbitrary: denseRecord(people) },
      { weight: 1, arbitrary: records(9, { maxLength: 1 }).map(([person]): object => ({ ...person })) },
    ),
  }
}

/** Anything in place of a record. */
const noRecord = fc.constantFrom<unknown>(
  ...[null, undefined, "a", 42, 7n, true, Symbol("a"), [], [{}], new Map(), () => ({})],
)

/** A record, often with a value that its field cannot have, and sometimes no record at all. */
export function spoilt({ schema, record }: World): fc.Arbitrary<unknown> {
  const properties = [...schema.fields.values()].map(({ property }) => property)
  const related = fc.dictionary(fc.constantFrom(...properties), recordValue, { maxKeys: 2 })
  const value = fc.oneof(recordValue, related, fc.array(fc.oneof(related, recordValue), { maxLength: 3 }))
  const one = fc
    .tuple(record, fc.constantFrom(...Object.keys(schema.declarations)), value)
    .map(([good, name, bad]) => ({ ...good, [name]: bad }))
  return fc.oneof({ weight: 12, arbitrary: one }, { weight: 1, arbitrary: noRecord })
}
