import { describe, expect, test } from "vitest"
import { equal, matchesEverything, matchesNothing } from "../../src/analysis.ts"
import { readValue } from "../../src/backends/predicate/read-value.ts"
import { type FieldTypeName, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { comparableOf } from "../../src/schema/comparable.ts"
import { people } from "./people.ts"
import { spellingPairs, spellings } from "./spellings.ts"

const types = Object.keys(spellings) as readonly FieldTypeName[]
const ownFields = [...people.fields.values()].filter(({ relation }) => relation === undefined)

const pairs = types.flatMap((type) =>
  spellingPairs(type).flatMap((pair) =>
    ownFields
      .filter((field) => field.type === type && !(pair.ignoresCase && field.caseSensitive))
      .map((field) => ({ ...pair, field, name: field.name })),
  ),
)

test.each(types)("%s has pairs of spellings, or a reason why not", (type) => {
  const declared = spellings[type]
  if ("single" in declared) expect(declared.single).not.toBe("")
  else for (const { filter } of declared) expect(pairs.some((pair) => pair.filter === filter)).toBe(true)
})

describe.each(pairs)("$name: $filter in a filter is $record in a record", ({ field, filter, record }) => {
  const person = { id: 1, [field.property]: record }
  const read = (operator: string, operand: string) =>
    parseFilter(people, `{"${field.name}":{"${operator}":${operand}}}`)

  test("both have the same comparison form", () => {
    const node = read("$eq", filter)
    if (node.kind !== "compare" || node.value === null) throw new Error("The filter compares with a value")
    // `===` is equality of comparison forms: 0 and -0 are equal.
    expect(readValue(record, field) === comparableOf(field, node.value)).toBe(true)
  })

  test.each([false, true])("a predicate takes them for equal; jit: %s", (jit) => {
    const keeps = (operator: string, operand: string) =>
      toPredicate<unknown>(read(operator, operand), { jit })(person)
    expect(keeps("$eq", filter)).toBe(true)
    expect(keeps("$ne", filter)).toBe(false)
    for (const list of [
      `[${filter}]`,
      `[${filter},${filter}]`,
      ...(field.nullable ? [`[${filter},null]`] : []),
    ]) {
      expect(keeps("$in", list)).toBe(true)
      expect(keeps("$nin", list)).toBe(false)
    }
  })

  // A filter can write the value as the record does, unless that is a Date or an object.
  if (typeof record === "object") return
  test("the analysis takes them for equal", () => {
    const [one, other] = [filter, JSON.stringify(record)]
    expect(equal(read("$eq", one), read("$eq", other))).toBe(true)
    expect(equal(read("$in", `[${one}]`), read("$nin", `[${other}]`))).toBe(false)
    const both = parseFilter(people, `{"$and":[{"${field.name}":${one}},{"${field.name}":${other}}]}`)
    expect(matchesNothing(both)).toBe(false)
    expect(equal(both, read("$eq", one))).toBe(true)
    const either = parseFilter(
      people,
      `{"$or":[{"${field.name}":${one}},{"${field.name}":{"$ne":${other}}}]}`,
    )
    expect(matchesEverything(either)).toBe(true)
  })
})
