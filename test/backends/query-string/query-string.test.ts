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
    // The same operator of the same field cannot stand twice in one object.
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
    // Order is kept: what stands between two conditions of one field keeps them apart.
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

  test("refuses what was never checked", () => {
    expect(() => stringify({ kind: "and", operands: [] } as never)).toThrow(TypeError)
    expect(() => stringify(structuredClone(read('{"$or":[]}')))).toThrow(TypeError)
  })
})

describe("toSearchParams", () => {
  test("encodes what would break a query", () => {
    const { eq } = filterBuilder(customers)
    const params = toSearchParams(eq("organization", "a+b & #c%41"))
    expect(String(params)).toBe("filter=%7B%22organization%22%3A%22a%2Bb+%26+%23c%2541%22%7D")
    expect(stringify(fromSearchParams(customers, String(params)))).toBe('{"organization":"a+b & #c%41"}')
  })
})

describe("fromSearchParams", () => {
  const expected = read('{"organization":"Acme Ltd"}')

  test.each([
    ["escaped, + for a space", "filter=%7B%22organization%22%3A%22Acme+Ltd%22%7D"],
    ["escaped, %20 for a space", "?page=2&filter=%7B%22organization%22%3A%20%22Acme%20Ltd%22%7D&pageSize=5"],
    ["half escaped, as a browser's URL does it", "?filter={%22organization%22:%20%22Acme%20Ltd%22}"],
    ["raw", '?filter={"organization": "Acme Ltd"}'],
  ])("%s", (_, query) => {
    expect(fromSearchParams(customers, query)).toEqual(expected)
    expect(fromSearchParams(customers, new URLSearchParams(query))).toEqual(expected)
    expect(
      fromSearchParams(customers, new URL(`https://x.test/customers.json?${query.replace("?", "")}`)),
    ).toEqual(expected)
  })

  test("takes an absent filter for the one that matches all", () => {
    expect(fromSearchParams(customers, "?page=1")).toEqual(read("{}"))
    expect(fromSearchParams(customers, "")).toEqual(read("{}"))
    expect(() => fromSearchParams(customers, "", { requireSelective: true })).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "matches-everything" })] }),
    )
  })

  test("refuses an empty filter, which may be a lost one", () => {
    expect(() => fromSearchParams(customers, "?filter=")).toThrow(FilterError)
  })

  test("refuses a repeated filter", () => {
    expect(() => fromSearchParams(customers, "filter={}&filter={}")).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "duplicate-key" })] }),
    )
  })

  test("refuses what is escaped twice, and says so", () => {
    const twice = encodeURIComponent(encodeURIComponent("{}"))
    expect(() => fromSearchParams(customers, `filter=${twice}`)).toThrow(/percent-encoded/)
  })
})

describe("an address is read for its query", () => {
  test.each([
    'https://example.com/customers.json?filter={"state":"active"}',
    '/customers.json?page=1&filter={"state":"active"}',
    '//example.com/customers.json?filter={"state":"active"}#top',
    "/customers.json?filter=%7B%22state%22%3A%22active%22%7D",
  ])("%s", (address) => {
    expect(stringify(fromSearchParams(customers, address))).toBe('{"state":"active"}')
  })

  test("and a question mark inside of a query is one", () => {
    expect(stringify(fromSearchParams(customers, 'filter={"state":"?filter={}"}'))).toBe(
      '{"state":"?filter={}"}',
    )
  })
})

test("a filter that no text can hold is refused, and not written for nobody to read", () => {
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
