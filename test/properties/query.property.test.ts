import { parse } from "node:querystring"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { FilterError, parseFilter } from "../../src/index.ts"
import { fromSearchParams, type Query, stringify } from "../../src/query-string.ts"
import { filterText } from "../arbitraries/filters.ts"
import { people } from "../conformance/people.ts"
import { runs } from "./runs.ts"

/** Every way to hand over a query. Some paths are no addresses that `URL` can parse. */
const carriers: Readonly<Record<string, (query: string) => Query>> = {
  "a query": (query) => query,
  "a query with ?": (query) => `?${query}`,
  "a path": (query) => `/customers.json?${query}`,
  "a path of slashes": (query) => `//?${query}`,
  "a path with a bracket": (query) => `//[?${query}`,
  "a path with a backslash": (query) => `/\\?${query}`,
  "an address": (query) => `https://x.test/a=b?${query}#top`,
  "an address with an invalid port": (query) => `http://x:99999/?${query}`,
  "a URL": (query) => new URL(`https://x.test/?${query}`),
  URLSearchParams: (query) => new URLSearchParams(query),
  "a Request": (query) => new Request(`https://x.test/?${query}#top`),
  "a parsed query": (query) => parse(query),
  "a parsed query with a prototype": (query) => ({ ...parse(query) }),
}

describe.each(Object.entries(carriers))("%s", (_, carry) => {
  const words = fc.constantFrom(
    "filters",
    "Filter",
    "filter[state]",
    "{",
    "{}",
    "url",
    "href",
    "__proto__",
    "",
  )
  const other = fc
    .tuple(fc.oneof(words, fc.string({ unit: "binary" })), fc.string({ unit: "binary" }))
    .filter(([name]) => name !== "filter")

  test("gives the filter, whatever the other parameters are", () => {
    fc.assert(
      fc.property(filterText, fc.array(other), fc.array(other), (text, before, after) => {
        const query = String(new URLSearchParams([...before, ["filter", text], ...after]))
        expect(fromSearchParams(people, carry(query))).toEqual(parseFilter(people, text))
      }),
      runs(100),
    )
  })

  test("gives a filter or a FilterError for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), junk("%", "%E9", "%zz", "\ud800")), (text) => {
        try {
          fromSearchParams(customers, carry(text))
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError)
        }
      }),
      runs(300),
    )
  })
})

/** Texts of what has a meaning in a query. */
function junk(...more: readonly string[]): fc.Arbitrary<string> {
  const parts = [
    ...["filter", "Filter", "filters", "%66ilter", "filter=", '={"id":1}', '{"id":1}', "a", "1", "http://"],
    ...["=", "&", "?", "#", ";", "/", "\\", ":", ".", "[", "]", '"', " ", "+", "%3F", "%3D", "\ufeff"],
  ]
  return fc.array(fc.constantFrom(...parts, ...more), { maxLength: 12 }).map((parts) => parts.join(""))
}

/** The filter in a text, or the codes of what is wrong with it. */
function readingOf(text: string): string | readonly string[] {
  try {
    return stringify(fromSearchParams(customers, text))
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    return error.diagnostics.map(({ code }) => code)
  }
}

/** A text without encoded letters and without characters that do not show. */
const plain = (text: string) => text.replaceAll("%66", "f").replaceAll("\ufeff", "")

test("a text that names the filter never gives a filter that matches everything", () => {
  const name = /(?:^|[?&#;])[^\p{L}\p{N}?&#;=]*filters?(?![\p{L}\p{N}])[^?&#;=/]*=/iu
  fc.assert(
    fc.property(junk(), (text) => {
      fc.pre(name.test(plain(text)))
      expect(readingOf(text)).not.toBe("{}")
    }),
    runs(1000),
  )
})

test("a text that does not name the filter matches everything, unless it has a filter without a name", () => {
  fc.assert(
    fc.property(junk(), (text) => {
      fc.pre(!/filter/i.test(plain(text)))
      const reading = readingOf(text)
      if (text.includes("{") && reading !== "{}") expect(reading).toEqual(["unknown-parameter"])
      else expect(reading).toBe("{}")
    }),
    runs(1000),
  )
})
