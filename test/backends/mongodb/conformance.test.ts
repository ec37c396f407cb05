import { describe, expect, test } from "vitest"
import { parseFilter } from "../../../src/index.ts"
import { groups } from "../../conformance/cases.ts"
import { people } from "../../conformance/people.ts"
import { found, foundAsUsual, isRefused, refuses } from "./mingo.ts"

/** No MongoDB server runs here. mingo tests its queries, and mingo.ts has the differences. */
const cases = groups.flatMap(({ records, cases }) =>
  cases.map(([text, keeps, options]) => ({
    text,
    keeps,
    records,
    filter: parseFilter(people, text, options),
  })),
)
const answered = cases.filter(({ filter }) => !isRefused(filter))

/** Cases that need what mingo lacks: decimals, 64-bit integers, and the order of code points beyond U+FFFF. */
const beyondMingo = /"price"|\d{16}|"\$[lg]te?":"[\u{1F600}\ufffd\ue000]"/u

describe("a query finds the documents that the definition says", () => {
  test.each(answered)("$text keeps $keeps", ({ filter, records, keeps }) => {
    expect(found(filter, records)).toEqual(keeps)
  })
})

describe("a query finds the documents in their usual form", () => {
  test.each(answered.filter(({ text }) => !beyondMingo.test(text)))(
    "$text keeps $keeps",
    ({ filter, records, keeps }) => {
      expect(foundAsUsual(filter, records)).toEqual(keeps)
    },
  )
})

describe("a filter that MongoDB cannot express is refused", () => {
  const refused = cases.filter(({ filter }) => isRefused(filter))
  test.each(refused)("$text", ({ filter }) => {
    expect(refuses(filter)).toBe(true)
  })

  test("these are few", () => {
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(25)
    expect(answered.filter(({ text }) => beyondMingo.test(text)).length).toBeLessThan(110)
  })
})
