import fc from "fast-check"
import { expect } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import type { FilterIndex } from "../../src/filter-index.ts"
import type { Filter, Schema } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { near } from "../arbitraries/near.ts"
import { outcome } from "../properties/outcome.ts"
import { ids, labelOf, labelsOf } from "./ids.ts"
import { conditionsOf, fieldsOf, hasBadValue, type Model, matching } from "./model.ts"
import { read, spoilt, type World } from "./worlds.ts"

/** An index of filters under ids of any type, which is asked for records of any type. */
export type Index = FilterIndex<Schema, unknown, unknown>

type Step = fc.Command<Model, Index>

/** Everything that can be done with an index. Each step does the same to the model, and compares. */
export function stepsOf(world: World): fc.Arbitrary<Step>[] {
  return [...changesOf(world), ...questionsTo(world)]
}

function step(text: () => string, run: (model: Model, index: Index) => void): Step {
  return {
    check: () => true,
    run(model, index) {
      run(model, index)
      expect(index.size).toBe(model.filters.size)
    },
    toString: text,
  }
}

/** A step on a filter that the index holds. An empty index skips it. */
function stepOnStored(
  number: number,
  text: () => string,
  run: (model: Model, index: Index, id: unknown, filter: Filter<Schema>) => void,
): Step {
  return {
    ...step(
      () => `${text()} ${number}`,
      (model, index) => {
        const entries = [...model.filters]
        const [id, filter] = entries[number % entries.length] as (typeof entries)[number]
        run(model, index, id, filter)
      },
    ),
    check: ({ filters }) => filters.size > 0,
  }
}

const anyId = fc.constantFrom(...ids)

/** Which one of those that an index holds. */
const anyNumber = fc.nat(299)

function changesOf({ schema, filter, lists }: World): fc.Arbitrary<Step>[] {
  const { and, or } = filterBuilder(schema)
  const one = fc.oneof(filter, ...lists.map((list) => fc.constantFrom(...list)))
  return [
    fc.tuple(anyId, one).map(([id, filter]) =>
      step(
        () => `set ${labelOf(id)}: ${stringify(filter)}`,
        (model, index) => put(model, index, id, filter),
      ),
    ),
    fc.tuple(anyNumber, one).map(([number, filter]) =>
      stepOnStored(
        number,
        () => `replace by ${stringify(filter)}`,
        (model, index, id) => put(model, index, id, filter),
      ),
    ),
    fc.tuple(anyNumber, anyId).map(([number, id]) =>
      stepOnStored(
        number,
        () => `set ${labelOf(id)}: the same as`,
        (model, index, _, filter) => put(model, index, id, filter),
      ),
    ),
    fc.tuple(anyNumber, anyId).map(([number, id]) =>
      stepOnStored(
        number,
        () => `set ${labelOf(id)}: equal to`,
        (model, index, _, filter) => put(model, index, id, read(schema, stringify(filter))),
      ),
    ),
    fc.tuple(anyNumber, anyId, anyNumber).map(([number, id, part]) =>
      stepOnStored(
        number,
        () => `set ${labelOf(id)}: operand ${part} of`,
        (model, index, _, filter) => {
          const operands = "operands" in filter ? filter.operands : []
          put(model, index, id, operands[part % operands.length] ?? filter)
        },
      ),
    ),
    fc.tuple(anyNumber, anyId, one, fc.constantFrom(and, or)).map(([number, id, filter, join]) =>
      stepOnStored(
        number,
        () => `set ${labelOf(id)}: ${join.name} of ${stringify(filter)} and`,
        (model, index, _, stored) => put(model, index, id, join(filter, stored)),
      ),
    ),
    setMany(lists),
    anyId.map((id) =>
      step(
        () => `delete ${labelOf(id)}`,
        ({ filters }, index) => expect(index.delete(id)).toBe(filters.delete(id)),
      ),
    ),
    anyNumber.map((number) =>
      stepOnStored(
        number,
        () => "delete",
        ({ filters }, index, id) => {
          expect(index.delete(id)).toBe(filters.delete(id))
          expect(index.delete(id)).toBe(false)
        },
      ),
    ),
    fc.tuple(fc.integer({ min: 2, max: 4 }), fc.nat(1)).map(([every, first]) =>
      step(
        () => `delete one of ${every}, from ${first}`,
        ({ filters }, index) => {
          for (const [i, id] of [...filters.keys()].entries())
            if (i % every === first) expect(index.delete(id)).toBe(filters.delete(id))
        },
      ),
    ),
    fc.constant(
      step(
        () => "clear",
        ({ filters }, index) => {
          index.clear()
          filters.clear()
        },
      ),
    ),
  ]
}

/** Sets up to 300 filters at once, which share their conditions. */
function setMany(lists: World["lists"]): fc.Arbitrary<Step> {
  return fc
    .tuple(fc.constantFrom(...lists), fc.array(fc.nat(), { minLength: 1, maxLength: 300, size: "max" }))
    .map(([list, numbers]) => {
      const filters = numbers.map((number) => list[number % list.length] as Filter<Schema>)
      return step(
        () => `set ${filters.length}: ${filters.map((filter) => stringify(filter)).join(" ")}`,
        (model, index) => {
          for (const [i, filter] of filters.entries()) {
            index.set(i, filter)
            model.filters.set(i, filter)
          }
        },
      )
    })
}

function put({ filters }: Model, index: Index, id: unknown, filter: Filter<Schema>): void {
  expect(index.set(id, filter)).toBe(index)
  filters.set(id, filter)
  expect(index.get(id)).toBe(filter)
}

function questionsTo(world: World): fc.Arbitrary<Step>[] {
  const record = fc.oneof({ weight: 3, arbitrary: world.record }, { weight: 1, arbitrary: spoilt(world) })
  const absent = fc.option(record, { nil: undefined, freq: 8 })
  const match = record.map((record) =>
    step(
      () => `match ${fc.stringify(record)}`,
      (model, index) => expectMatch(model, index, record),
    ),
  )
  const matchNear = fc.tuple(anyNumber, fc.nat(99), world.record).map(([number, choice, record]) =>
    stepOnStored(
      number,
      () => `match, by choice ${choice} near to a filter, ${fc.stringify(record)}, filter`,
      (model, index, _, filter) => expectMatch(model, index, nearTo(filter, choice, record)),
    ),
  )
  return [
    // Most steps are about them.
    ...[match, match, match, matchNear, matchNear, matchNear],
    world.record.map((record) =>
      step(
        () => `match, with bad values where no filter reads any, ${fc.stringify(record)}`,
        (model, index) => expectMatch(model, index, spoiltWhereUnused(world.schema, model, record)),
      ),
    ),
    fc.tuple(absent, absent).map(([before, after]) =>
      step(
        () => `change ${fc.stringify(before)} to ${fc.stringify(after)}`,
        (model, index) => expectChange(model, index, before, after),
      ),
    ),
    fc
      .tuple(world.record, world.record, fc.subarray(Object.keys(world.schema.declarations)))
      .map(([one, other, names]) => {
        const changed = Object.entries(other).filter(([name]) => names.includes(name))
        const [before, after] = [one, { ...one, ...Object.fromEntries(changed) }]
        return step(
          () => `change ${fc.stringify(before)} to ${fc.stringify(after)}`,
          (model, index) => expectChange(model, index, before, after),
        )
      }),
    fc.constant(
      step(
        () => "list",
        ({ filters }, index) => {
          const entries = [...index]
          expect(entries.map(([id]) => labelOf(id))).toEqual([...filters.keys()].map(labelOf))
          expect(entries.every(([id, filter]) => filters.get(id) === filter)).toBe(true)
          expect(ids.filter((id) => index.has(id))).toEqual(ids.filter((id) => filters.has(id)))
          expect(ids.every((id) => index.get(id) === filters.get(id))).toBe(true)
        },
      ),
    ),
  ]
}

/** A record in which the fields of a filter have values of its conditions, or values near to them. */
function nearTo(filter: Filter<Schema>, choice: number, record: object): object {
  const found: Record<string, unknown> = { ...record }
  for (const [i, condition] of conditionsOf(filter).entries()) {
    const values = near(condition)
    if (values.length === 0) continue
    const { property, relation } = condition.field
    const value = { [property]: values[(choice + i) % values.length] }
    if (relation === undefined) Object.assign(found, value)
    else if (relation.cardinality === "one")
      found[relation.name] = { ...Object(found[relation.name]), ...value }
    else found[relation.name] = [...[found[relation.name] ?? []].flat(), value]
  }
  return found
}

/** A record with values that no field can have, wherever no filter of the model reads a value. */
function spoiltWhereUnused({ fields }: Schema, model: Model, record: object): object {
  const bad = Symbol("bad")
  const used = fieldsOf(model)
  const found: Record<string, unknown> = { ...record }
  for (const one of fields.values()) {
    if (used.has(one)) continue
    const { property, relation } = one
    if (relation === undefined) found[property] = bad
    else if (![...used].some((other) => other.relation === relation)) found[relation.name] = bad
    else if (relation.cardinality === "one")
      found[relation.name] = { ...Object(found[relation.name]), [property]: bad }
    else
      found[relation.name] = [found[relation.name] ?? []]
        .flat()
        .map((related) => ({ ...related, [property]: bad }))
  }
  return found
}

/** If no predicate throws, an index may still throw for a value that no predicate needed. */
function expectMatch(model: Model, index: Index, asked: unknown): void {
  const record = model.form(asked)
  const expected = matching(model, record)
  const found = outcome(() => index.match(record))
  if (typeof found === "string") {
    if (typeof expected !== "string") expect(hasBadValue(model, record)).toBe(true)
    expectGoodAnswer(model, index)
    return
  }
  expect(labelsOf(found)).toEqual(typeof expected === "string" ? expected : labelsOf(expected))
}

/** After an error, the next answer is right. */
function expectGoodAnswer(model: Model, index: Index): void {
  expect(labelsOf(index.match({}))).toEqual(labelsOf(matching(model, {})))
}

/** A record that is undefined was created or deleted: no filter matches it. */
function expectChange(
  model: Model,
  index: Index,
  ...asked: readonly [before: unknown, after: unknown]
): void {
  const [before, after] = asked.map(model.form)
  const [was, is] = [before, after].map((record) => (record === undefined ? none : matching(model, record)))
  const found = outcome(() => index.change(before, after))
  if (typeof found === "string") {
    if (typeof was !== "string" && typeof is !== "string")
      expect([before, after].some((record) => record !== undefined && hasBadValue(model, record))).toBe(true)
    expectGoodAnswer(model, index)
    return
  }
  expect(changed(was, is)).toEqual({ entered: labelsOf(found.entered), left: labelsOf(found.left) })
}

const none: ReadonlySet<unknown> = new Set()

type Answer = ReturnType<typeof matching> | undefined

/** The difference of two answers, or the message of one. */
function changed(was: Answer = none, is: Answer = none): unknown {
  if (typeof was === "string" || typeof is === "string") return { was, is }
  return {
    entered: labelsOf([...is].filter((id) => !was.has(id))),
    left: labelsOf([...was].filter((id) => !is.has(id))),
  }
}
