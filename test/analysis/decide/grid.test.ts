import fc from "fast-check"
import { expect, test } from "vitest"
import type { Field, FieldTypeName } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"
import { date, datetime, decimal, digits, double, text, uuid } from "../../arbitraries/values.ts"
import { gridOf } from "./grid.ts"
import { randomFrom } from "./random.ts"
import { randomPair } from "./random-filters.ts"
import type { World } from "./world.ts"
import { overlappingWorlds, relatedWorlds, scalarWorlds, textWorlds } from "./worlds.ts"

const anyValue: Readonly<Record<FieldTypeName, fc.Arbitrary<unknown>>> = {
  integer: digits,
  number: double,
  string: fc.oneof(text, fc.string({ unit: fc.constantFrom("a", "b", "A", "c", "\u0001"), maxLength: 6 })),
  boolean: fc.boolean(),
  enum: fc.constantFrom("a", "b", "c", "d"),
  datetime: datetime(9),
  reference: fc.integer({ min: 0, max: 9 }),
  opaque: text,
  uuid,
  decimal: decimal(10, 28),
  date: date("0000-01-01", "9999-12-31"),
}

/** Any records of the world, with any values: not only those of the grid. */
function recordsOf({ schema }: World): fc.Arbitrary<object> {
  const fields = [...schema.fields.values()]
  const valuesOf = (relation: Field["relation"]) =>
    fc.record(
      Object.fromEntries(
        fields
          .filter((field) => field.relation === relation)
          .map(({ property, type, nullable, required }) => [
            property,
            nullable && !required ? fc.option(anyValue[type], { freq: 4 }) : anyValue[type],
          ]),
      ),
    )
  const related = [...schema.relations.values()].map(
    (relation) =>
      [
        relation.name,
        relation.cardinality === "many"
          ? fc.array(valuesOf(relation), { maxLength: 4 })
          : fc.option(valuesOf(relation)),
      ] as const,
  )
  return fc
    .tuple(valuesOf(undefined), fc.record(Object.fromEntries(related)))
    .map(([own, related]) => ({ ...own, ...related }))
}

// A grid that lacks a cell would prove what is not true, and then a test of answers could only confirm the mistake.
test.each(Object.entries({ ...scalarWorlds, ...textWorlds, ...overlappingWorlds, ...relatedWorlds }))(
  "what holds for all records of the grid holds for all records: %s",
  (_, world) => {
    const grid = gridOf(world)
    const records = fc.sample(recordsOf(world), { numRuns: 150, seed: 1 })
    const random = randomFrom(1)
    let holding = 0
    for (let i = 0; i < 60; i++) {
      const { a, b, texts } = randomPair(world, i % 3, random)
      const [matchesA, matchesB] = [toPredicate(a), toPredicate(b)]
      const holds = (record: object) => !matchesA(record) || matchesB(record)
      if (!grid.every(holds)) continue
      holding++
      expect(records.every(holds), texts.join(" and ")).toBe(true)
    }
    expect(holding).toBeGreaterThan(5)
  },
)
