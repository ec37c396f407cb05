import { describe, expect, test } from "vitest"
import { type FieldTypeName, FilterError, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { people } from "./people.ts"
import { refusedValues } from "./refused-values.ts"

const types = Object.keys(refusedValues) as readonly FieldTypeName[]

describe.each(types)("%s", (type) => {
  const fields = [...people.fields.values()].filter((field) => field.type === type && !field.relation)
  const { filter, record } = refusedValues[type]

  test("people has a field of the type", () => {
    expect(fields).not.toEqual([])
  })

  test.each(filter)("a filter cannot contain %s", (text) => {
    for (const { name } of fields) {
      const read = () => parseFilter(people, `{"${name}":{"$ne":${text}}}`)
      expect(read).toThrow(FilterError)
      expect(read).toThrow(name)
    }
  })

  // A field that is never null cannot be compared with it.
  const nullable = fields.filter((field) => field.nullable)
  const readers = nullable.flatMap(({ name, property }) =>
    [false, true].map((jit) => {
      const keeps = toPredicate<unknown>(parseFilter(people, `{"${name}":{"$ne":null}}`), { jit })
      return (value: unknown) => keeps({ [property]: value })
    }),
  )

  if ("any" in record) {
    test.each([1, "x", true, {}, []])(`a record can have %o: ${record.any}`, (value) => {
      for (const read of readers) expect(read(value)).toBe(true)
    })
  } else {
    test.each(record.map((value) => ({ value })))("a record cannot have $value", ({ value }) => {
      expect(readers).not.toEqual([])
      for (const read of readers) expect(() => read(value)).toThrow(TypeError)
    })
  }
})
