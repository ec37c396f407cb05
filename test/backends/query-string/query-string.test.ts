import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../../src/builder.ts"
import { customers } from "../../../src/desk.ts"
import { type Filter, FilterError, parseFilter } from "../../../src/index.ts"
import { fromSearchParams, stringify, toSearchParams } from "../../../src/query-string.ts"

const read = (text: string) => parseFilter(customers, text)

describe("stringify", () => {
  test.each([
    ["{}", "{}", "{}"],
    ['{"$or":[]}', '{"$or":[]}', '{"$or":[]}'],
    ['{"$and":[]}', "{}", "{}"],
    ['{"id":{"$eq":5}}', '{"id":5}', '{"id":{"$eq":5}}'],
    ['{"id":5,"state":"active"}', '{"id":5,"state":"active"}', '{"id":{"$eq":5},"state":{"$eq":"active"}}'],
    ['{"id":{"$gt":1,"$lt":5}}', '{"id":{"$gt":1,"$lt":5}}', '{"id":{"$gt":1,"$lt":5}}'],
    ['{"$and":[{"id":{"$gt":1}},{"id":{"$lt":5}}]}', '{"id":{"$gt":1,"$lt":5}}', '{"id":{"$gt":1,"$lt":5}}'],
    // One object cannot contain the same operator of the same field twice.
    [
      '{"$and":[{"id":1},{"id":2}]}',
      '{"id":1,"$and":[{"id":2}]}',
      '{"id":{"$eq":1},"$and":[{"id":{"$eq":2}}]}',
    ],
    [
      '{"id":1,"$and":[{"id":2,"state":"a"},{"id":3}]}',
      '{"id":1,"$and":[{"id":2,"state":"a"},{"id":3}]}',
      '{"id":{"$eq":1},"$and":[{"id":{"$eq":2},"state":{"$eq":"a"}},{"id":{"$eq":3}}]}',
    ],
    // Order is kept, so another operand between two conditions of one field keeps them separate.
    [
      '{"$and":[{"id":{"$gt":1}},{"state":"a"},{"id":{"$lt":5}}]}',
      '{"id":{"$gt":1},"state":"a","$and":[{"id":{"$lt":5}}]}',
      '{"id":{"$gt":1},"state":{"$eq":"a"},"$and":[{"id":{"$lt":5}}]}',
    ],
    [
      '{"$and":[{"$or":[{"id":1},{"id":2}]},{"$or":[{"state":"a"},{}]}]}',
      '{"$or":[{"id":1},{"id":2}],"$and":[{"$or":[{"state":"a"},{}]}]}',
      '{"$or":[{"id":{"$eq":1}},{"id":{"$eq":2}}],"$and":[{"$or":[{"state":{"$eq":"a"}},{}]}]}',
    ],
    ['{"id":"9007199254740993"}', '{"id":9007199254740993}', '{"id":{"$eq":9007199254740993}}'],
    [
      '{"createdAt":"2024-02-29T13:00:00.120+01:00"}',
      '{"createdAt":"2024-02-29T12:00:00.12Z"}',
      '{"createdAt":{"$eq":"2024-02-29T12:00:00.12Z"}}',
    ],
    ['{"firstName":"\\u0041\\"\\n"}', '{"firstName":"A\\"\\n"}', '{"firstName":{"$eq":"A\\"\\n"}}'],
  ])("%s", (text, compact, explicit) => {
    expect(stringify(read(text))).toBe(compact)
    expect(stringify(read(text), { style: "explicit" })).toBe(explicit)
    expect(read(compact)).toEqual(read(text))
    expect(read(explicit)).toEqual(read(text))
  })

  test("rejects an unchecked filter", () => {
    expect(() => stringify({ kind: "and", operands: [] } as never)).toThrow(TypeError)
    expect(() => stringify(structuredClone(read('{"$or":[]}')))).toThrow(TypeError)
  })
})

describe("toSearchParams", () => {
  const { eq, oneOf } = filterBuilder(customers)

  test("encodes characters that would break a query", () => {
    const params = toSearchParams(eq("organization", "a+b & #c%41"))
    expect(String(params)).toBe("filter=%7B%22organization%22%3A%22a%2Bb+%26+%23c%2541%22%7D")
    expect(stringify(fromSearchParams(customers, String(params)))).toBe('{"organization":"a+b & #c%41"}')
  })

  test("names the parameter", () => {
    const params = toSearchParams(eq("id", 7), { parameter: "where", style: "explicit" })
    expect([...params]).toEqual([["where", '{"id":{"$eq":7}}']])
  })

  test("counts the characters of the encoded query, with the name", () => {
    const filter = eq("firstName", "é")
    const { length } = "filter=%7B%22firstName%22%3A%22%C3%A9%22%7D"
    expect(String(toSearchParams(filter, { maxLength: length }))).toHaveLength(length)
    expect(() => toSearchParams(filter, { maxLength: length - 1 })).toThrow(FilterError)
    expect(() => toSearchParams(filter, { maxLength: length, parameter: "filters" })).toThrow(FilterError)
  })

  test("says how long the query is, and what to do instead", () => {
    const filter = oneOf(
      "id",
      Array.from({ length: 5000 }, (_, id) => id + 1_000_000),
    )
    expect(String(toSearchParams(filter))).toHaveLength(50_047)
    let thrown: unknown
    try {
      toSearchParams(filter, { maxLength: 8000 })
    } catch (error) {
      thrown = error
    }
    expect(thrown).toMatchObject({
      diagnostics: [
        {
          code: "limit-exceeded",
          message: "The query has 50047 characters, more than 8000",
          path: [],
          hint: "send the filter as the body of a request, or split its lists across several requests",
        },
      ],
    })
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "8000"])(
    "refuses a limit of %s",
    (maxLength) => {
      expect(() => toSearchParams(eq("id", 7), { maxLength: maxLength as number })).toThrow(
        new RangeError("maxLength must be a positive integer"),
      )
    },
  )
})

test("stringify rejects a filter that has no text form", () => {
  const { and, eq, or } = filterBuilder(customers)
  const nested = (rounds: number) => {
    let filter: Filter<typeof customers> = eq("id", 0)
    for (let i = 0; i < rounds; i++) filter = and(eq("id", 1), eq("id", 2), or(eq("id", 3), filter))
    return filter
  }
  const deepest = stringify(nested(63))
  expect(stringify(parseFilter(customers, deepest, { limits: { maxDepth: 256 } }))).toBe(deepest)
  expect(() => stringify(nested(64))).toThrow(FilterError)
})
