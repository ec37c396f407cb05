import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../../src/builder.ts"
import { defineSchema, type Filter, FilterError, field, parseFilter } from "../../../src/index.ts"
import { type MongoFields, toMongo } from "../../../src/mongodb.ts"
import { people } from "../../conformance/people.ts"

const read = (text: string) => parseFilter(people, text)
const queryOf = (text: string, fields: MongoFields<typeof people> = {}) => toMongo(read(text), { fields })

/** What a function throws. */
function thrown(action: () => unknown): unknown {
  try {
    action()
  } catch (error) {
    return error
  }
  throw new Error("It throws nothing")
}

describe("a query", () => {
  test.each([
    ["{}", {}],
    ['{"$or":[]}', { $nor: [{}] }],
    ['{"id":1,"$or":[]}', { $and: [{ id: { $eq: 1 } }, { $nor: [{}] }] }],
    ['{"id":{"$gt":1,"$lte":9}}', { $and: [{ id: { $gt: 1 } }, { id: { $lte: 9 } }] }],
    ['{"$or":[{"id":1},{"name":"a"}]}', { $or: [{ id: { $eq: 1 } }, { name: { $eq: "a" } }] }],
    // Missing and null are one in MongoDB too.
    ['{"name":null}', { name: { $eq: null } }],
    ['{"name":{"$ne":"a"}}', { name: { $ne: "a" } }],
    ['{"name":{"$in":["a",null]}}', { name: { $in: ["a", null] } }],
    ['{"name":{"$nin":[]}}', { name: { $nin: [] } }],
    ['{"active":{"$in":[true,false]}}', { active: { $in: [true, false] } }],
    ['{"secret":{"$ne":null}}', { secret: { $ne: null } }],
    ['{"owner":7}', { owner: { $eq: 7 } }],
    ['{"count":9007199254740993}', { count: { $eq: 9007199254740993n } }],
    ['{"born":{"$gte":"2024-02-29"}}', { born: { $gte: "2024-02-29" } }],
    [
      '{"ref":"018FD1B1-7C2E-7B3A-9D4E-5F60718293A4"}',
      { ref: { $eq: "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4" } },
    ],
    // A missing company is null in each field, also in one that a company always has.
    ['{"company.name":null}', { "company.name": { $eq: null } }],
    ['{"company.size":{"$ne":5}}', { "company.size": { $ne: 5 } }],
    // A related document must exist, even for null.
    ['{"tags.name":null}', { tags: { $elemMatch: { name: { $eq: null } } } }],
    ['{"tags.rank":{"$lt":3}}', { tags: { $elemMatch: { rank: { $lt: 3 } } } }],
    // No related document may be equal.
    ['{"tags.name":{"$ne":"a"}}', { $nor: [{ tags: { $elemMatch: { name: { $eq: "a" } } } }] }],
    [
      '{"tags.name":{"$nin":["a",null]}}',
      { $nor: [{ tags: { $elemMatch: { name: { $in: ["a", null] } } } }] },
    ],
  ])("of %s", (text, query) => {
    expect(queryOf(text)).toEqual(query)
  })

  test("can be sent as JSON, apart from Dates and bigints", () => {
    const text = '{"label":{"$in":["a\\u2028",null]},"name":{"$contains":"/\\n"},"$or":[]}'
    expect(JSON.parse(JSON.stringify(queryOf(text)))).toEqual(queryOf(text))
  })

  test("is of a checked filter only", () => {
    expect(() => toMongo({ kind: "and", operands: [] } as unknown as Filter)).toThrow(TypeError)
  })
})

describe("a field that ignores case", () => {
  const aB = "^[aA][bB]1\\.(?![\\s\\S])"
  test.each([
    ['{"label":"aB1."}', { label: { $regex: aB } }],
    ['{"label":{"$ne":"aB1."}}', { $nor: [{ label: { $regex: aB } }] }],
    ['{"label":null}', { label: { $eq: null } }],
    ['{"label":{"$ne":null}}', { $nor: [{ label: { $eq: null } }] }],
    ['{"label":{"$in":["ab1.",null]}}', { $or: [{ label: { $regex: aB } }, { label: { $eq: null } }] }],
    ['{"label":{"$nin":["ab1.",null]}}', { $nor: [{ label: { $regex: aB } }, { label: { $eq: null } }] }],
    ['{"label":{"$in":[]}}', { $nor: [{}] }],
    ['{"label":{"$nin":[]}}', {}],
    // Only ASCII letters fold, so there is no option i, with which k would match the Kelvin sign.
    ['{"label":{"$contains":"k\\u212a_"}}', { label: { $regex: "[kK]\u212a_" } }],
    [
      '{"tags.label":{"$in":["a","b"]}}',
      {
        $or: [
          { tags: { $elemMatch: { label: { $regex: "^[aA](?![\\s\\S])" } } } },
          { tags: { $elemMatch: { label: { $regex: "^[bB](?![\\s\\S])" } } } },
        ],
      },
    ],
    [
      '{"tags.label":{"$ne":"a"}}',
      { $nor: [{ tags: { $elemMatch: { label: { $regex: "^[aA](?![\\s\\S])" } } } }] },
    ],
  ])("%s", (text, query) => {
    expect(queryOf(text)).toEqual(query)
  })

  test.each(["$lt", "$lte", "$gt", "$gte"])("has no order: %s", (operator) => {
    const error = thrown(() => queryOf(`{"tags.label":{"${operator}":"a"}}`))
    expect(error).toBeInstanceOf(FilterError)
    expect((error as FilterError).diagnostics).toEqual([
      {
        code: "invalid-value",
        message: "Field tags.label ignores case, and MongoDB has no such order",
        params: { reason: "backend", field: "tags.label" },
        path: ["tags.label"],
        hint: "compare with $eq, $in or $contains",
      },
    ])
  })

  test("ends where the text ends: a `$` would match before a last line break", () => {
    const [pattern] = Object.values(queryOf('{"label":"a"}')).map(
      (comparison) => Object.values(comparison)[0],
    )
    expect(new RegExp(String(pattern)).test("A")).toBe(true)
    expect(new RegExp(String(pattern)).test("A\n")).toBe(false)
  })
})

describe("$contains", () => {
  test.each([
    ["100%", "100%"],
    ["1.5", "1\\.5"],
    ["^a$ (b) [c] {d} e|f g+h? i*", "\\^a\\$ \\(b\\) \\[c\\] \\{d\\} e\\|f g\\+h\\? i\\*"],
    ["C:\\x\\E #/-", "C:\\\\x\\\\E #/-"],
    ["\u2028\n\u{1F600}", "\u2028\n\u{1F600}"],
    ["", ""],
  ])("escapes %j", (text, pattern) => {
    expect(queryOf(JSON.stringify({ name: { $contains: text } }))).toEqual({ name: { $regex: pattern } })
    expect(new RegExp(pattern).test(`a${text}b`)).toBe(true)
    if (text !== "") expect(new RegExp(pattern).test("ab")).toBe(false)
  })

  const { contains, eq } = filterBuilder(people)

  test.each([
    ["a", 16_384],
    [".", 8192],
    ["\u00e9", 8192],
    ["\u{1F600}", 4096],
  ])("takes a pattern of at most 16384 bytes: %s", (text, most) => {
    expect(() => toMongo(contains("name", text.repeat(most)))).not.toThrow()
    const error = thrown(() => toMongo(contains("name", text.repeat(most + 1))))
    expect(error).toBeInstanceOf(FilterError)
    expect(String(error)).toContain(
      "Field name cannot be searched for a text this long; write a shorter text",
    )
  })

  test("has room for 819 letters of which the case does not count", () => {
    expect(() => toMongo(contains("label", "a".repeat(819)))).not.toThrow()
    expect(() => toMongo(eq("label", "a".repeat(820)))).toThrow(FilterError)
    expect(() => toMongo(eq("label", "1".repeat(16_384)))).not.toThrow()
    // A text that is compared as it is makes no pattern.
    expect(() => toMongo(eq("name", "a".repeat(100_000)))).not.toThrow()
  })
})

describe("a date-time", () => {
  const stored = new Date("2024-02-29T00:00:00.001Z")
  test.each([
    ["$eq", { $eq: stored }, { $in: [] }],
    ["$ne", { $ne: stored }, { $nin: [] }],
    ["$lt", { $lt: stored }, { $lte: stored }],
    ["$lte", { $lte: stored }, { $lte: stored }],
    ["$gt", { $gt: stored }, { $gt: stored }],
    ["$gte", { $gte: stored }, { $gt: stored }],
  ])("is a Date, and %s of a finer one has the same answer for every Date", (operator, exact, finer) => {
    expect(queryOf(`{"seenAt":{"${operator}":"2024-02-29T00:00:00.001Z"}}`)).toEqual({ seenAt: exact })
    expect(queryOf(`{"seenAt":{"${operator}":"2024-02-29T00:00:00.001000001Z"}}`)).toEqual({ seenAt: finer })
  })

  test.each(["$in", "$nin"])("%s leaves out what no Date equals", (operator) => {
    expect(
      queryOf(`{"seenAt":{"${operator}":["2024-02-29T00:00:00.0010001Z",null,"2024-02-29T00:00:00.001Z"]}}`),
    ).toEqual({ seenAt: { [operator]: [null, stored] } })
  })

  test.each(["0000-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"])(
    "may be any of a filter: %s",
    (text) => {
      const { seenAt } = queryOf(`{"seenAt":"${text}"}`) as { seenAt: { $eq: Date } }
      expect(seenAt.$eq.toISOString()).toBe(text)
    },
  )

  test("before 1970 is rounded down in time too", () => {
    expect(queryOf('{"seenAt":{"$gte":"1969-12-31T23:59:59.9990001Z"}}')).toEqual({
      seenAt: { $gt: new Date("1969-12-31T23:59:59.999Z") },
    })
  })
})

describe("the option fields", () => {
  test("changes paths", () => {
    const fields: MongoFields<typeof people> = {
      id: { path: "_id" },
      owner: { path: "owner.id" },
      tags: { path: "profile.tags" },
      "tags.rank": { path: "order.rank" },
      company: { path: "employer" },
      "company.name": { path: "title" },
    }
    expect(queryOf('{"id":1}', fields)).toEqual({ _id: { $eq: 1 } })
    expect(queryOf('{"owner":{"$in":[7]}}', fields)).toEqual({ "owner.id": { $in: [7] } })
    expect(queryOf('{"tags.rank":1}', fields)).toEqual({
      "profile.tags": { $elemMatch: { "order.rank": { $eq: 1 } } },
    })
    expect(queryOf('{"tags.name":"a"}', fields)).toEqual({
      "profile.tags": { $elemMatch: { name: { $eq: "a" } } },
    })
    expect(queryOf('{"company.name":"a","company.size":1}', fields)).toEqual({
      $and: [{ "employer.title": { $eq: "a" } }, { "employer.size": { $eq: 1 } }],
    })
  })

  test("converts values, but not null", () => {
    const fields: MongoFields<typeof people> = {
      count: { convert: (value) => BigInt(value) },
      seenAt: { convert: (value) => `at ${value}` },
      "tags.name": { convert: (value) => value.length },
    }
    expect(queryOf('{"count":{"$in":[1,null]}}', fields)).toEqual({ count: { $in: [1n, null] } })
    // The digits of a date-time that a Date would lose arrive.
    expect(queryOf('{"seenAt":{"$lt":"2024-02-29T00:00:00.0000001Z"}}', fields)).toEqual({
      seenAt: { $lt: "at 2024-02-29T00:00:00.0000001Z" },
    })
    expect(queryOf('{"tags.name":{"$ne":"abc"}}', fields)).toEqual({
      $nor: [{ tags: { $elemMatch: { name: { $eq: 3 } } } }],
    })
  })

  test.each([undefined, null])("refuses a value that is converted to %s", (converted) => {
    const error = thrown(() => queryOf('{"name":{"$in":["a"]}}', { name: { convert: () => converted } }))
    expect(error).toBeInstanceOf(FilterError)
    expect(String(error)).toContain("Field name cannot have this value; write a value that a record may have")
  })

  test("lets no text of a converted field be searched", () => {
    const fields: MongoFields<typeof people> = { name: { convert: String }, label: { convert: String } }
    for (const text of ['{"name":{"$contains":"a"}}', '{"label":{"$contains":"a"}}', '{"label":"a"}'])
      expect(() => queryOf(text, fields)).toThrow(
        /^The option convert of "(?:name|label)" makes a search impossible: declare the field case-sensitive and without \$contains$/,
      )
    expect(() => queryOf('{"label":"a"}', fields)).toThrow(TypeError)
  })

  test("is needed for decimals, which are no class of JavaScript", () => {
    expect(() => queryOf('{"price":1}')).toThrow(TypeError)
    expect(() => queryOf('{"price":{"$in":[1]}}')).toThrow(
      'The decimal "price" needs the option convert, such as (value) => Decimal128.fromString(value)',
    )
    expect(queryOf('{"price":null}')).toEqual({ price: { $eq: null } })
    expect(queryOf('{"price":{"$lt":"19.990"}}', { price: { convert: (value) => ({ value }) } })).toEqual({
      price: { $lt: { value: "19.99" } },
    })
  })

  test.each([
    ["9".repeat(34), true],
    [`-0.000${"9".repeat(34)}`, true],
    [`${"9".repeat(34)}0000`, true],
    ["9".repeat(35), false],
    [`1${"0".repeat(33)}.1`, false],
  ])("gets decimals of at most 34 digits: %s", (digits, fits) => {
    const compile = () => queryOf(`{"price":"${digits}"}`, { price: { convert: (value) => value } })
    if (fits) expect(compile()).toEqual({ price: { $eq: digits } })
    else {
      expect(compile).toThrow(FilterError)
      expect(compile).toThrow("Field price has 34 digits at most; round the value")
    }
  })

  test.each(["", ".", "a.", ".a", "a..b", "$where", "a.$b", "a\0b", "a\ud800", "\udc00.b"])(
    "rejects the path %j",
    (path) => {
      for (const name of ["name", "tags", "tags.rank"] as const)
        expect(() => queryOf("{}", { [name]: { path } })).toThrow(RangeError)
      expect(() => queryOf("{}", { name: { path } })).toThrow(
        `${JSON.stringify(path)} cannot be the path of "name": a name in it is empty, begins with $, or has U+0000 or a lone surrogate`,
      )
    },
  )

  test.each(["a", "a.b", "\u{1F600}", "a$", "a.b$.c", "_id", "0", "__proto__", "constructor"])(
    "takes the path %j",
    (path) => {
      const query = queryOf('{"name":"a"}', { name: { path } })
      expect(Object.entries(query)).toEqual([[path, { $eq: "a" }]])
      expect(Object.getPrototypeOf(query)).toBe(Object.prototype)
    },
  )

  test.each<[options: unknown, message: string]>([
    [null, "The options must be a plain object"],
    ["abc", "The options must be a plain object"],
    [new Map(), "The options must be a plain object"],
    [{ fields: "abc" }, "The option fields must have the type object"],
    [{ fields: [] }, "The option fields must be a plain object"],
    [{ fields: new Map() }, "The option fields must be a plain object"],
    [{ fields: { name: "full_name" } }, 'The options of "name" must be a plain object'],
    [{ fields: { name: null } }, 'The options of "name" must be a plain object'],
    [{ fields: { name: ["full_name"] } }, 'The options of "name" must be a plain object'],
    [{ fields: { name: { path: 1 } } }, 'The option path of "name" must have the type string'],
    [{ fields: { name: { convert: "x" } } }, 'The option convert of "name" must have the type function'],
  ])("have their types: options %#", (options, message) => {
    expect(() => toMongo(read("{}"), options as never)).toThrow(new TypeError(message))
  })

  test.each<[options: unknown, message: string]>([
    [{ field: { name: { path: "x" } } }, 'There is no option "field"'],
    [{ fields: { name: { paht: "x" } } }, 'There is no option "paht" of "name"'],
    [{ fields: { name: { constructor: "x" } } }, 'There is no option "constructor" of "name"'],
  ])("have no other names: options %#", (options, message) => {
    expect(() => toMongo(read("{}"), options as never)).toThrow(new RangeError(message))
  })

  test.each<[name: string, converted: unknown]>([
    ["a promise", Promise.resolve("a")],
    // biome-ignore lint/suspicious/noThenProperty: a thenable that is no Promise.
    ["a thenable", { then: () => undefined }],
    ["a function", () => "a"],
    ["an asynchronous function", async () => "a"],
    ["a class", class {}],
    ["a symbol", Symbol("a")],
    ["a RegExp", /a/],
    ["an invalid Date", new Date(Number.NaN)],
  ])("lets convert not return %s", (_, converted) => {
    const fields = { name: { convert: () => converted } }
    for (const text of ['{"name":{"$ne":"a"}}', '{"name":{"$in":["a"]}}'])
      expect(() => queryOf(text, fields)).toThrow(
        new TypeError('The option convert of "name" must return a value to store'),
      )
  })

  test.each([0, "", "Invalid Date", false, new Date(0), new Uint8Array(1), { a: 1 }, Object.create(null)])(
    "lets convert return any value to store: %o",
    (converted) => {
      expect(queryOf('{"name":"a"}', { name: { convert: () => converted } })).toEqual({
        name: { $eq: converted },
      })
    },
  )

  test("may be missing", () => {
    expect(toMongo(read('{"id":1}'), { fields: undefined } as never)).toEqual({ id: { $eq: 1 } })
    const options = { name: { path: undefined, convert: undefined } } as never
    expect(queryOf('{"name":"a"}', options)).toEqual({ name: { $eq: "a" } })
    expect(queryOf('{"name":"a"}', { name: undefined } as unknown as MongoFields<typeof people>)).toEqual({
      name: { $eq: "a" },
    })
  })
})

describe("names of the schema", () => {
  test("are never looked up in a prototype", () => {
    const odd = defineSchema({ constructor: field.string(), toString: field.integer() })
    const { $and } = toMongo(parseFilter(odd, '{"constructor":"a","toString":1}'))
    expect($and?.flatMap(Object.entries)).toEqual([
      ["constructor", { $eq: "a" }],
      ["toString", { $eq: 1 }],
    ])
  })

  test("that no document can have are rejected", () => {
    const odd = defineSchema({ "a\0b": field.string() })
    expect(() => toMongo(parseFilter(odd, '{"a\\u0000b":"a"}'))).toThrow(RangeError)
    const half = filterBuilder(defineSchema({ "a\ud800": field.string() })).eq("a\ud800", "a")
    expect(() => toMongo(half)).toThrow(RangeError)
  })
})

describe("a filter that nests deep", () => {
  const nested = (levels: number): string =>
    levels === 1
      ? '{"tags.name":{"$nin":["a"]}}'
      : `{"$or":[{"id":1},{"id":2,"$and":[${nested(levels - 2)}]}]}`
  const deep = (levels: number) =>
    parseFilter(people, nested(levels), { limits: { maxDepth: 256, maxRelationConditions: 100 } })

  /** The levels of documents and lists, as MongoDB counts them. */
  const depthOf = (value: unknown): number =>
    typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

  test("has a query of at most 100 levels", () => {
    expect(depthOf(toMongo(deep(45)))).toBe(95)
  })

  test("is refused beyond that", () => {
    const error = thrown(() => toMongo(deep(47)))
    expect(error).toBeInstanceOf(FilterError)
    expect((error as FilterError).diagnostics).toEqual([
      {
        code: "limit-exceeded",
        message: "The filter nests 47 levels deep, but MongoDB allows at most 45",
        params: { limit: "maxStatementDepth", database: "MongoDB", maximum: 45, actual: 47 },
        path: [],
        hint: "write conditions side by side instead of inside each other",
      },
    ])
  })

  test("or that has many operands, needs no stack for them", () => {
    const { or, eq } = filterBuilder(people)
    const query = toMongo(or(...Array.from({ length: 50_000 }, (_, id) => eq("id", id))))
    expect(query.$or).toHaveLength(50_000)
  })
})
