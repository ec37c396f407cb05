import { Query } from "mingo"
import { beforeAll, describe, expect, test } from "vitest"
import { type Backend, compile, FilterError, parseFilter } from "../../src/index.ts"
import { groups } from "../conformance/cases.ts"
import { type Person, people } from "../conformance/people.ts"
import { examplesOf } from "./docs.ts"
import { valueAfter } from "./value-after.ts"

/** The backend in the example of the page. */
let mongo: Backend<Readonly<Record<string, unknown>>>
beforeAll(async () => {
  const [example = ""] = examplesOf("backends.md").values()
  mongo = (await valueAfter(example, "mongo")) as typeof mongo
})

const compiled = (text: string) => compile(parseFilter(people, text), mongo)

/** A person in the form that the page assumes for a collection. */
function stored({ count, seenAt, owner, tags, ref, ...person }: Person): Record<string, unknown> {
  return {
    ...person,
    ...(count !== undefined && { count: count === null ? null : Number(count) }),
    ...(seenAt !== undefined && { seenAt: dateOf(seenAt) }),
    ...(ref !== undefined && { ref: lowerCase(ref) }),
    ...(owner !== undefined && { owner: owner === null ? null : Number(idOf(owner)) }),
    ...(tags && {
      tags: tags.map(({ at, rank, ref, ...tag }) => ({
        ...tag,
        ...(ref !== undefined && { ref: lowerCase(ref) }),
        ...(rank !== undefined && { rank: rank === null ? null : Number(rank) }),
        ...(at !== undefined && { at: dateOf(at) }),
      })),
    }),
  }
}

/** A UUID as filters write it. */
function lowerCase(ref: string | null): string | null {
  return ref?.toLowerCase() ?? null
}

function idOf(owner: NonNullable<Person["owner"]>): number {
  return typeof owner === "object" ? owner.id : owner
}

function dateOf(value: string | Date | null): Date | null {
  return typeof value === "string" ? new Date(value.toUpperCase()) : value
}

const cases = groups.flatMap(({ records, cases }) =>
  cases.map(([text, keeps, options]) => ({ text, keeps, options, records })),
)
const folds = /"(?:tags\.)?label"/
const decimals = /"price"/
const finer = /\.\d{4,}Z/
/** Cases that need what MongoDB has and mingo lacks: 64-bit integers, and the order of code points beyond U+FFFF. */
const beyondMingo = /\d{16}|"\$[lg]te?":"[\u{1F600}\ufffd\ue000]"/u

describe("the backend of docs/backends.md", () => {
  const answered = cases.filter(
    ({ text }) => !folds.test(text) && !decimals.test(text) && !finer.test(text) && !beyondMingo.test(text),
  )

  test.each(answered)("$text keeps $keeps", ({ text, keeps, options, records }) => {
    const query = new Query(compile(parseFilter(people, text, options), mongo))
    expect(records.filter((record) => query.test(stored(record))).map(({ id }) => id)).toEqual(keeps)
  })

  test.each([
    ["{}", {}],
    ['{"$and":[]}', {}],
    ['{"$or":[]}', { $nor: [{}] }],
    ['{"id":1,"$or":[]}', { $and: [{ id: { $eq: 1 } }, { $nor: [{}] }] }],
  ])("writes no empty list, which MongoDB rejects and mingo accepts: %s", (text, query) => {
    expect(compiled(text)).toEqual(query)
  })

  test("covers most of the cases", () => {
    expect(answered.length).toBeGreaterThan(250)
  })

  test.each(cases.filter(({ text }) => folds.test(text)))(
    "rejects a field that folds case: $text",
    ({ text }) => {
      expect(() => compiled(text)).toThrow(TypeError)
    },
  )

  test.each(['{"price":19.99}', '{"price":{"$nin":[19.99]}}', '{"price":{"$lt":"0.1"}}'])(
    "rejects a decimal: %s",
    (text) => {
      expect(() => compiled(text)).toThrow(TypeError)
    },
  )

  test.each([
    '{"seenAt":"2024-02-29T00:00:00.0001Z"}',
    '{"tags.at":{"$nin":["2024-02-29T00:00:00.000000001Z"]}}',
  ])("rejects a value that it would have to round: %s", (text) => {
    expect(() => compiled(text)).toThrow(FilterError)
    expect(() => compiled(text)).toThrow(/has milliseconds at most/)
  })

  test.each([
    ["100%", "100%"],
    ["1.5", "1\\.5"],
    ["^a$ (b) [c] {d} e|f g+h? i*", "\\^a\\$ \\(b\\) \\[c\\] \\{d\\} e\\|f g\\+h\\? i\\*"],
    ["C:\\x", "C:\\\\x"],
  ])("escapes %j", (text, pattern) => {
    expect(compiled(JSON.stringify({ name: { $contains: text } }))).toEqual({ name: { $regex: pattern } })
    expect(new RegExp(pattern).test(text)).toBe(true)
  })
})
