import { runInNewContext } from "node:vm"
import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { FilterError, parseFilter } from "../../src/index.ts"
import {
  type FromSearchParamsOptions,
  fromSearchParams,
  type Query,
  stringify,
} from "../../src/query-string.ts"

const read = (query: Query, options?: FromSearchParamsOptions) =>
  stringify(fromSearchParams(customers, query, options))

/** The code of what is wrong with a query, and the message. */
function mistakeIn(query: Query, options?: FromSearchParamsOptions): string {
  try {
    return `a filter: ${read(query, options)}`
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    return error.diagnostics.map(({ code, message }) => `${code}: ${message}`).join()
  }
}

const filter = '{"state":"active"}'
const encoded = encodeURIComponent(filter)

describe("finds the filter in a text", () => {
  test.each([
    `filter=${filter}`,
    `?filter=${filter}`,
    `??filter=${filter}`,
    ` \n?filter=${filter} `,
    `\ufefffilter=${filter}`,
    `%66ilter=${filter}`,
    `/customers.json?filter=${filter}#top`,
    `/?filter=${filter}`,
    `///?filter=${filter}`,
    `//?filter=${filter}`,
    `//[?filter=${filter}`,
    `/\\?filter=${filter}`,
    `\\\\?filter=${filter}`,
    `/a=b&c?filter=${filter}`,
    ` /x?filter=${filter}`,
    `/x??filter=${filter}`,
    `customers.json?filter=${filter}`,
    `*?filter=${filter}`,
    `https://x.test/customers.json?filter=${filter}`,
    `https://x.test/a=b?filter=${filter}`,
    `https://x.test?page=1&filter=${filter}`,
    `http://[x/?filter=${filter}`,
    `http://x:99999/customers?filter=${filter}`,
    `//example.com/customers.json?filter=${filter}#top`,
    `a:b&filter=${filter}`,
    `x:1=2&filter=${filter}`,
    `sort:desc=name&filter=${filter}`,
    `page=1?&filter=${filter}`,
    `&&filter=${filter}&`,
    `a=1#&filter=${filter}`,
  ])("%s", (query) => {
    expect(read(query)).toBe(filter)
  })

  test.each([
    ["escaped, + for a space", "filter=%7B%22organization%22%3A%22Acme+Ltd%22%7D"],
    ["escaped, %20 for a space", "?page=2&filter=%7B%22organization%22%3A%20%22Acme%20Ltd%22%7D&pageSize=5"],
    ["half escaped, as a browser's URL class does", "?filter={%22organization%22:%20%22Acme%20Ltd%22}"],
    ["raw", '?filter={"organization": "Acme Ltd"}'],
  ])("%s", (_, query) => {
    const expected = '{"organization":"Acme Ltd"}'
    const url = new URL(query.replace(/^\??/, "https://x.test/customers.json?"))
    expect(read(query)).toBe(expected)
    expect(read(url)).toBe(expected)
    expect(read(url.searchParams)).toBe(expected)
    expect(read(new Request(url))).toBe(expected)
    expect(read(Object.fromEntries(url.searchParams))).toBe(expected)
  })

  test.each(["?", "#", ";", "&amp;", "?filter={}", ";filter={}"])("with %s in it", (text) => {
    const asked = `{"organization":"a${text}b"}`
    expect(read(`filter=${encodeURIComponent(asked)}`)).toBe(asked)
    if (text.includes("&")) return
    for (const query of [`filter=${asked}`, `?filter=${asked}`]) expect(read(query)).toBe(asked)
  })

  test("whose address has a fragment", () => {
    expect(read('/x?filter={"id":1}#&filter=oops')).toBe('{"id":1}')
  })

  test.each(["Filter={}", "filters[a]=1", "filter[state]=active", "%zz=1", "a=%E9", "%E9=1"])(
    "beside %s",
    (other) => {
      expect(read(`?${other}&filter=${encoded}`)).toBe(filter)
      expect(read(`?filter=${encoded}&${other}`)).toBe(filter)
      expect(read(new URL(`http://x.test?filter=${encoded}&${other}`))).toBe(filter)
    },
  )
})

describe("finds the filter in another carrier", () => {
  class Incoming {
    readonly method = "GET"
    constructor(readonly url: string) {}
  }
  class Location {
    constructor(readonly href: string) {}
  }
  const foreign = runInNewContext("({ plain: (filter) => ({ filter }) })")

  test.each<[string, Query]>([
    ["a URL object", new URL(`https://x.test/a?filter=${filter}#top`)],
    ["a URL object of a scheme without a host", new URL(`mailto:a=b?filter=${filter}`)],
    ["URLSearchParams", new URLSearchParams({ filter, "filter[state]": "deleted" })],
    ["a class that extends URLSearchParams", new (class extends URLSearchParams {})({ filter })],
    ["a Request", new Request(`https://x.test/?filter=${filter}#top`)],
    ["a class that extends Request", new (class extends Request {})(`https://x.test/?filter=${filter}`)],
    ["a request as Node makes it", new Incoming(`//[?filter=${filter}`)],
    ["an object with an address", new Location(`https://x.test/?filter=${filter}`)],
    ["a parsed query", { filter }],
    ["a parsed query without a prototype", Object.assign(Object.create(null), { filter })],
    ["a parsed query of another realm", foreign.plain(filter)],
    ["a parsed query with the names of a URL", { href: "/?filter={}", searchParams: "x", filter }],
    ["a parsed query with the names of a Request", { method: "GET", url: "/?filter={}", filter }],
    ["a parsed query with the names of a schema", { fields: { get: "1" }, declarations: "", filter }],
    ["a parsed query with other spellings", { Filter: "{}", filters: ["a"], "filter[a]": "1", filter }],
  ])("%s", (_, query) => {
    expect(read(query)).toBe(filter)
  })

  test("whose names come from the client, and not from its prototype", () => {
    const query = JSON.parse('{"__proto__":{"filter":"{}"},"hasOwnProperty":"1","filter":"{\\"id\\":1}"}')
    expect(read(query)).toBe('{"id":1}')
    expect(mistakeIn(JSON.parse('{"__proto__":{"filter":"{}"}}'), { required: true })).toMatch(
      "missing-filter",
    )
  })
})

describe("reads a query without a filter as one that matches every record", () => {
  test.each<[Query]>([
    [""],
    ["?"],
    ["/"],
    ["//"],
    ["///"],
    ["//["],
    ["/customers.json"],
    ["/customers.json#filter"],
    ["/filters"],
    ["/filters?page=1"],
    ["/customers/{id}"],
    ["/filters/YQ==?page=1"],
    ["customers.json?page=1"],
    ["https://x.test/a"],
    ["http://x:99999/?page=1"],
    ["/a?b=1"],
    ["?page=1"],
    ["?returnTo=%2Fcustomers%3Ffilter%3D%7B%7D&state=active"],
    ["?prefilter=1&filtered=1&filterId=1&my_filter=1&myFilter=1&params[filter]=1&filte=1"],
    [new URL("https://x.test/filters?page=1")],
    [new URLSearchParams("page=1")],
    [new Request("https://x.test/filters?page=1")],
    [{}],
    [{ page: "1", where: { state: "active" } }],
    [{ filter: undefined }],
  ])("%j", (query) => {
    expect(read(query)).toBe("{}")
    expect(mistakeIn(query, { required: true })).toBe(
      "missing-filter: The query has no parameter named filter",
    )
    expect(mistakeIn(query, { requireSelective: true })).toMatch("matches-everything")
  })
})

describe("refuses a filter that is spelled otherwise", () => {
  const names = [
    "Filter",
    "FILTER",
    "filters",
    "FilterS",
    "filter[state]",
    "filter[state][$eq]",
    "Filters[0][state]",
    "filter[]",
    "[filter]",
    "filter.state",
    "filter:state",
    "filter_state",
    "filter-state",
    "filter(state)",
    "filter{state}",
    " filter",
    "filter ",
    "$filter",
    "_filter",
    '"filter"',
    "?filter",
    "#filter",
    "/filter",
    "filter/",
    "amp;filter",
    "\ufefffilter",
    "fil\u200bter",
    "fil\u00adter",
    "fil\0ter",
    "filter\0",
    "\uff46\uff49\uff4c\uff54\uff45\uff52",
    "\ufb01lter",
    "F\u0130LTER",
    "f\u0131lter",
    "f\u00edlter",
    "filter=",
  ]
  test.each(names)("%j", (name) => {
    const message = `unknown-parameter: The query has ${JSON.stringify(name)
      .replace("\u200b", "\\u200b")
      .replace("\u00ad", "\\u00ad")
      .replace("\ufeff", "\\ufeff")}, but no parameter named filter`
    const query = `page=1&${encodeURIComponent(name)}=${encoded}`
    expect(mistakeIn(`?${query}`)).toBe(message)
    expect(mistakeIn(new URL(`https://x.test/?${query}`))).toBe(message)
    expect(mistakeIn(new URLSearchParams(query))).toBe(message)
    expect(mistakeIn(new Request(`https://x.test/?${query}`))).toBe(message)
    expect(mistakeIn({ page: "1", [name]: filter })).toBe(message)
  })

  test.each<[Query, string]>([
    [{ filter: { state: "active" } }, "filter[state]"],
    [{ filter: { state: { $eq: "active" }, id: "1" } }, "filter[state]"],
    [{ filter: [filter] }, "filter[]"],
    [{ filter: [] }, "filter[]"],
    [{ filter: {} }, "filter[]"],
    [{ filters: { state: "active" } }, "filters[state]"],
    ["?filters", "filters"],
    ["Filter", "Filter"],
    ["a=1&amp;filter={}", "amp;filter"],
    ["#filter={", "#filter"],
    ["%3Ffilter%3D%7B%7D", "?filter={}"],
    ["filter%3D%7B%7D", "filter={}"],
    ["filter:{}", "filter:{}"],
    ["a:/b&Filter={}", "Filter"],
    ["a&b?filter={}", "b?filter"],
  ])("%j", (query, name) => {
    expect(mistakeIn(query)).toBe(
      `unknown-parameter: The query has ${JSON.stringify(name)}, but no parameter named filter`,
    )
  })

  test.each([
    ["a=1?filter={}", "filter"],
    ["?a=1?filter=2", "filter"],
    ["a=1;filter={}", "filter"],
    ["/x#filter={}", "filter"],
    ["http://x.test/#?filter={}", "filter"],
    ["http://x.test/#/list?filter={}", "filter"],
    ["/customers;filter={}", "filter"],
    ["/customers;%66ilter={}", "filter"],
    ["/customers&filter={}", "filter"],
    ["/customers/filter={}", "filter"],
    ["/customers/filter/={}", "filter/"],
    ["/x#/filter/x={}", "/filter/x"],
    ["/customers%3Ffilter={}", "customers?filter"],
    ["/customers%3Ffilter%3D%7B%7D", "customers?filter"],
    ["x:1=2?filter={}", "filter"],
    ["a://b&filter={}", "filter"],
    ["a=1;filter[%zz]=1", "filter[%zz]"],
  ])("where no parameter begins: %j", (query, name) => {
    expect(mistakeIn(query)).toBe(
      `unknown-parameter: The query has ${JSON.stringify(name)} where no parameter begins`,
    )
  })

  test.each<[Query]>([
    [filter],
    [` ${filter}`],
    [`\ufeff${filter}`],
    [`?${filter}`],
    [encoded],
    [encodeURIComponent(encoded)],
    [`"${filter}"`],
    [`/customers?${filter}`],
    [`/customers?${encoded}`],
    [`page=1&${encoded}`],
    ['{"organization":"a&filter={}&b"}'],
    ['{"organization":"a?filter={}&b"}'],
    ['{"organization":"a=b&filter={}"}'],
    ["{}"],
    ["{"],
    ["[object Object]"],
    [new URL(`https://x.test/?${filter}`)],
    [new URLSearchParams(filter)],
    [new Request(`https://x.test/?${filter}`)],
    [{ [filter]: "" }],
    [`=${filter}`],
    [`?page=1&=${encoded}`],
    [{ "": filter }],
    [{ '{"organization":"a': 'b"}' }],
  ])("the filter without the parameter: %j", (query) => {
    expect(mistakeIn(query)).toBe(
      "unknown-parameter: The query has a filter without the name of its parameter",
    )
  })

  test("and says what to write", () => {
    for (const [query, hint] of [
      ["?filter[state]=active", "write the whole filter as JSON, in one parameter: ?filter={…}"],
      [filter, "write ?filter={…}; to read the filter alone, use parseFilter"],
      [
        "?page=1;filter={}",
        "begin the query with one ?, separate parameters with &, and encode ? & # ; in values",
      ],
    ] as const)
      expect(() => read(query)).toThrow(
        expect.objectContaining({ diagnostics: [expect.objectContaining({ path: [], hint })] }),
      )
    expect(() => read("", { required: true })).toThrow(
      expect.objectContaining({
        diagnostics: [
          expect.objectContaining({ hint: "add filter={…}; to match every record, write filter={}" }),
        ],
      }),
    )
  })

  test("unless the server uses the name for something else", () => {
    const ignore = ["filters", "filter_id"]
    for (const query of ["filters=1", "filters[a]=1", "filters.a=1", "filter_id=1", "/x;filters=1"])
      expect(read(query, { ignore })).toBe("{}")
    expect(read({ filters: ["a", "b"], filter_id: "1" }, { ignore })).toBe("{}")
    expect(read({ filters: { a: "1" } }, { ignore })).toBe("{}")
    for (const query of ["Filters=1", "filters=1&filter[a]=1", "filter_id2=1"])
      expect(mistakeIn(query, { ignore })).toMatch("unknown-parameter")
  })
})

describe("another name of the parameter", () => {
  test("holds the filter, and `filter` does not", () => {
    expect(read(`where=${encoded}&filter=x`, { parameter: "where" })).toBe(filter)
    expect(read({ where: filter }, { parameter: "where" })).toBe(filter)
    expect(read("filter=x", { parameter: "where" })).toBe("{}")
    expect(read("__proto__={}", { parameter: "__proto__" })).toBe("{}")
  })

  test.each(["Where", "wheres", "where[state]", "where.state"])("has other spellings: %s", (name) => {
    expect(mistakeIn(`${name}=1`, { parameter: "where" })).toBe(
      `unknown-parameter: The query has ${JSON.stringify(name)}, but no parameter named where`,
    )
  })

  test("may be a plural, or have more than one word", () => {
    expect(mistakeIn("filter={}", { parameter: "filters" })).toMatch("unknown-parameter")
    expect(read(`q[where]=${encoded}`, { parameter: "q[where]" })).toBe(filter)
    expect(mistakeIn("q.where=1", { parameter: "q[where]" })).toMatch("unknown-parameter")
  })

  test("is in every message", () => {
    const parameter = "where"
    expect(mistakeIn("", { parameter, required: true })).toBe(
      "missing-filter: The query has no parameter named where",
    )
    expect(mistakeIn("where={}&where={}", { parameter })).toBe(
      "duplicate-key: The query has more than one parameter named where",
    )
  })
})

describe("refuses a filter that it cannot read", () => {
  test.each<[Query]>([
    ["filter={}&filter={}"],
    ["filter={}&page=1&%66ilter=%zz"],
    [new URLSearchParams("filter={}&filter={}")],
    [{ filter: ["{}", "{}"] }],
    [{ filter: ["{}", { state: "active" }] }],
  ])("because there are two: %j", (query) => {
    expect(mistakeIn(query)).toBe("duplicate-key: The query has more than one parameter named filter")
  })

  test.each([
    [
      'filter={"firstName":"caf%E9"}',
      "%E9",
      "encode texts as UTF-8, as encodeURIComponent does: é is %C3%A9",
    ],
    ["filter=%C3%A9%C3", "%C3%A9%C3", "encode texts as UTF-8, as encodeURIComponent does: é is %C3%A9"],
    ["filter=%C0%AF", "%C0%AF", "encode texts as UTF-8, as encodeURIComponent does: é is %C3%A9"],
    ["filter=%ED%A0%80", "%ED%A0%80", "encode texts as UTF-8, as encodeURIComponent does: é is %C3%A9"],
    ['filter={"firstName":"100%"}', '%"}', "encode a % as %25, as encodeURIComponent does"],
    ["filter=%", "%", "encode a % as %25, as encodeURIComponent does"],
    ["filter=%4", "%4", "encode a % as %25, as encodeURIComponent does"],
    ["filter=%u00e9", "%u0", "encode a % as %25, as encodeURIComponent does"],
    ["filter=%\n\u202e", "%\\u000a\\u202e", "encode a % as %25, as encodeURIComponent does"],
    ["fil%ter={}", "%te", "encode a % as %25, as encodeURIComponent does"],
    ["page=1&filt%E9r={}", "%E9", "encode texts as UTF-8, as encodeURIComponent does: é is %C3%A9"],
  ])("because of its encoding: %j", (query, invalid, hint) => {
    const diagnostics = [
      {
        code: "invalid-encoding",
        message: `The query has ${invalid}, which is not percent-encoded UTF-8`,
        params: { found: invalid },
        path: [],
        hint,
      },
    ]
    expect(() => read(query)).toThrow(expect.objectContaining({ diagnostics }))
    expect(() => read(`/x?${query}`)).toThrow(expect.objectContaining({ diagnostics }))
  })

  test("because of its encoding, in a URL and in a Request", () => {
    const address = 'https://x.test/?filter={"firstName":"caf%E9"}'
    expect(mistakeIn(new URL(address))).toMatch("invalid-encoding")
    expect(mistakeIn(new Request(address))).toMatch("invalid-encoding")
  })

  test.each<[Query]>([["?filter="], ["?filter"], ["filter&page=1"], [{ filter: "" }], [{ filter: null }]])(
    "because it is empty: %j",
    (query) => {
      expect(mistakeIn(query)).toMatch(
        /^syntax: The text is empty|^type-mismatch: A filter must be an object, not null/,
      )
    },
  )

  test.each<[Query]>([[{ filter: 5 }], [{ filter: true }], [{ filter: () => "{}" }]])(
    "because a parser made another value of it: %j",
    (query) => {
      expect(mistakeIn(query)).toMatch(/^(?:type-mismatch|syntax): /)
    },
  )

  test("because it is escaped twice, and names the cause", () => {
    expect(() => read(`filter=${encodeURIComponent(encoded)}`)).toThrow(/percent-encoded/)
  })

  test("because its query has a lone surrogate, which is not replaced", () => {
    expect(mistakeIn('filter={"firstName":"\ud800"}')).toMatch("invalid-value")
  })
})

describe("what is no query is a mistake of the program", () => {
  const takes =
    "fromSearchParams takes a query string, a URL, URLSearchParams, a Request or a parsed query, not"
  test.each<[given: string, query: unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a number", 5],
    ["a boolean", true],
    ["a bigint", 1n],
    ["a symbol", Symbol("filter")],
    ["a function", () => "filter={}"],
    ["a list", ["filter={}"]],
    ["a list", []],
    ["a Date", new Date(0)],
    ["an object", new Map([["filter", "{}"]])],
    ["an object", new Set()],
    ["an object", new FormData()],
    ["an object", new Headers()],
    ["an object", new Response("")],
    ["an object", new String("filter={}")],
    ["an object", Buffer.from("filter={}")],
    ["an object", new (class Query {})()],
    ["a schema", customers],
    ["a filter", parseFilter(customers, "{}")],
  ])("%s", (given, query) => {
    expect(() => read(query as Query)).toThrow(new TypeError(`${takes} ${given}`))
  })

  test.each([
    [{ parameter: "" }, "parameter must be the name of a parameter"],
    [{ parameter: 5 }, "parameter must be the name of a parameter"],
    [{ ignore: "filters" }, "ignore must be a list of names other than the parameter's"],
    [{ ignore: ["filter"] }, "ignore must be a list of names other than the parameter's"],
    [{ require: true }, "There is no option named require"],
    [{ limits: { depth: 1 } }, "There is no limit named depth"],
  ])("an option: %j", (options, message) => {
    expect(() => read("", options as object)).toThrow(new RangeError(message))
  })
})
