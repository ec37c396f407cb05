import { CompoundCondition, type Condition, FieldCondition } from "@ucast/core"
import fc from "fast-check"
import type { Field, FieldTypeName } from "../../src/index.ts"
import { people } from "../conformance/people.ts"

/** Values that a policy may compare with, and that occur in records; also in forms that records do not have. */
const values: Readonly<Record<FieldTypeName, readonly unknown[]>> = {
  integer: [-1, 0, 1, 2, 9007199254740993n, 1n, "1", "9007199254740993"],
  number: [-1.5, 0, 0.1, 1, 1n],
  string: ["", "a", "A", "ab", "0", "-1", "\u{1F600}", "\ufffd", "á"],
  boolean: [true, false],
  enum: ["agent", "admin"],
  datetime: [
    new Date("1969-12-31T23:59:59Z"),
    new Date("2024-02-29T00:00:00Z"),
    new Date(0),
    "2024-02-29",
    "1970-01-01T00:00:00Z",
  ],
  reference: [0, 1, 2, "1", 1n],
  opaque: [null],
  uuid: [
    "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4",
    "00000000-0000-0000-0000-000000000000",
    "018FD1B1-7C2E-7B3A-9D4E-5F60718293A4",
  ],
  decimal: [-1000, 0, 0.1, 1.5, "1.50", 0n],
  date: ["1900-01-01", "2024-02-29"],
}

const patterns = [
  /a/,
  /^a/,
  /^a$/,
  /a/i,
  /^A/i,
  /^[aA]$/,
  /[aA][bB]/,
  /k/i,
  /k/iu,
  /^/,
  /$/,
  /(?:)/,
  /a$/,
  /^á/i,
  /-1/,
]

const orders = ["lt", "lte", "le", "gt", "gte", "ge"]

function onField({ type, relation, property, name }: Field, inRow: boolean): fc.Arbitrary<Condition> {
  const path = inRow ? property : name
  const value = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values[type]) }, fc.constant(null))
  const make = (operator: string) => (operand: unknown) => new FieldCondition(operator, path, operand)
  const company = fc
    .constantFrom("eq", "ne")
    .map((operator) => new FieldCondition(operator, "company", null) as Condition)
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("eq", "ne").chain((operator) => value.map(make(operator))) },
    { weight: 3, arbitrary: fc.constantFrom(...orders).chain((operator) => value.map(make(operator))) },
    fc
      .constantFrom("in", "within", "nin")
      .chain((operator) => fc.array(value, { maxLength: 3 }).map(make(operator))),
    { weight: 2, arbitrary: fc.constantFrom("eq", "ne").map((operator) => make(operator)(null)) },
    fc.constantFrom(...patterns).map(make("regex")),
    ...(relation?.cardinality === "one" ? [company] : []),
  )
}

function joined(inner: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  const several = fc.tuple(fc.constantFrom("and", "or", "nor"), fc.array(inner, { maxLength: 3 }))
  return fc.oneof(
    several.map(([operator, conditions]) => new CompoundCondition(operator, conditions)),
    inner.map((condition) => new CompoundCondition("not", [condition])),
  )
}

/** Any conditions on fields, joined in any way. */
function conditionsOn(
  fields: readonly Field[],
  inRow: boolean,
  more: readonly fc.Arbitrary<Condition>[] = [],
) {
  // Conditions on the same field meet often, so that tests for null stand beside others.
  const leaf = fc.oneof(
    fc.constantFrom(...fields).chain((field) => onField(field, inRow)),
    ...more,
  )
  const group = fc.constantFrom(...fields).chain((field) => joined(onField(field, inRow)))
  const once = joined(fc.oneof(leaf, group))
  return fc.oneof(leaf, group, once, joined(fc.oneof(leaf, group, once)))
}

const all = [...people.fields.values()]
const ofTags = all.filter(({ relation }) => relation?.name === "tags")

const elemMatch = conditionsOn(ofTags, true).map(
  (condition) => new FieldCondition("elemMatch", "tags", condition) as Condition,
)

/** Any condition on people: many of them mean nothing that a filter can say. */
export const anyCondition = conditionsOn(all, false, [elemMatch])
