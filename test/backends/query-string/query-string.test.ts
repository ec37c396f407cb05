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
  test("encodes characters that would break a query", () => {
    const { eq } = filterBuilder(customers)
    const params = toSearchParams(eq("organization", "a+b & #c%41"))
    expect(String(params)).toBe("filter=%7B%22organization%22%3A%22a%2Bb+%26+%23c%2541%22%7D")
    expect(stringify(fromSearchParams(customers, String(params)))).toBe('{"organization":"a+b & #c%41"}')
  })
})

describe("fromSearchParams", () => {
  const filter = '{"state":"active"}'
  test.each([
    `filter=${filter}`,
    `?filter=${filter}`,
    `??filter=${filter}`,
    `/customers.json?filter=${filter}#top`,
    `//?filter=${filter}`,
    `//[?filter=${filter}`,
    `/\\?filter=${filter}`,
    `/a=b&c?filter=${filter}`,
    ` /x?filter=${filter}`,
    `customers.json?filter=${filter}`,
    `*?filter=${filter}`,
    `https://x.test/customers.json?filter=${filter}`,
    `https://x.test?page=1&filter=${filter}`,
    `sort:desc=name&filter=${filter}`,
    `page:1&filter=${filter}`,
    `page=1?&filter=${filter}`,
  ])("finds the filter in %s", (query) => {
    expect(stringify(fromSearchParams(customers, query))).toBe(filter)
  })

  test("keeps a question mark in the filter", () => {
    const asked = '{"organization":"a?b"}'
    for (const query of [`filter=${asked}`, `?filter=${asked}`, `/x?filter=${asked}`])
      expect(stringify(fromSearchParams(customers, query))).toBe(asked)
  })

  test("keeps what follows # in a query string, but not in an address", () => {
    const number = '{"organization":"#1"}'
    expect(stringify(fromSearchParams(customers, `?filter=${number}`))).toBe(number)
    expect(stringify(fromSearchParams(customers, `filter=${number}`))).toBe(number)
    expect(stringify(fromSearchParams(customers, '/x?filter={"id":1}#&filter=oops'))).toBe('{"id":1}')
  })

  test.each(["", "/", "//", "///", "/customers.json", "https://x.test/a", "//[", "/a?b=1", "#filter={"])(
    "finds no filter in %s, so every record matches",
    (query) => {
      expect(stringify(fromSearchParams(customers, query))).toBe("{}")
    },
  )

  const expected = read('{"organization":"Acme Ltd"}')

  test.each([
    ["escaped, + for a space", "filter=%7B%22organization%22%3A%22Acme+Ltd%22%7D"],
    ["escaped, %20 for a space", "?page=2&filter=%7B%22organization%22%3A%20%22Acme%20Ltd%22%7D&pageSize=5"],
    ["half escaped, as a browser's URL class does", "?filter={%22organization%22:%20%22Acme%20Ltd%22}"],
    ["raw", '?filter={"organization": "Acme Ltd"}'],
  ])("%s", (_, query) => {
    expect(fromSearchParams(customers, query)).toEqual(expected)
    expect(fromSearchParams(customers, new URLSearchParams(query))).toEqual(expected)
    expect(
      fromSearchParams(customers, new URL(`https://x.test/customers.json?${query.replace("?", "")}`)),
    ).toEqual(expected)
  })

  test("reads an absent filter as one that matches every record", () => {
    expect(fromSearchParams(customers, "?page=1")).toEqual(read("{}"))
    expect(fromSearchParams(customers, "")).toEqual(read("{}"))
    expect(() => fromSearchParams(customers, "", { requireSelective: true })).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "matches-everything" })] }),
    )
  })

  test("rejects an empty filter, because its text may have been lost", () => {
    expect(() => fromSearchParams(customers, "?filter=")).toThrow(FilterError)
  })

  test("rejects a repeated filter", () => {
    expect(() => fromSearchParams(customers, "filter={}&filter={}")).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "duplicate-key" })] }),
    )
  })

  test("rejects a filter that is escaped twice, and names the cause", () => {
    const twice = encodeURIComponent(encodeURIComponent("{}"))
    expect(() => fromSearchParams(customers, `filter=${twice}`)).toThrow(/percent-encoded/)
  })
})

describe("fromSearchParams reads the query of a URL", () => {
  test.each([
    'https://example.com/customers.json?filter={"state":"active"}',
    '/customers.json?page=1&filter={"state":"active"}',
    '//example.com/customers.json?filter={"state":"active"}#top',
    "/customers.json?filter=%7B%22state%22%3A%22active%22%7D",
  ])("%s", (address) => {
    expect(stringify(fromSearchParams(customers, address))).toBe('{"state":"active"}')
  })

  test("and keeps a question mark inside the query", () => {
    expect(stringify(fromSearchParams(customers, 'filter={"state":"?filter={}"}'))).toBe(
      '{"state":"?filter={}"}',
    )
  })
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
