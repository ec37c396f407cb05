import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import { type FilterIndex, filterIndex } from "../../src/filter-index.ts"
import { defineSchema, type Filter, field, omit, parseFilter, pick } from "../../src/index.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  state: field.string(),
  email: field.string({ caseSensitive: false }),
  price: field.decimal(),
  tags: field.many({ name: field.string(), rank: field.integer() }),
  company: field.one({ name: field.string() }),
})
const { and, contains, eq, gt, gte, lt, ne, noneOf, oneOf, or } = filterBuilder(schema)

const open = eq("state", "open")
const closed = eq("state", "closed")

describe("an index is a map of filters", () => {
  test("set, get, has, delete and size are those of a Map", () => {
    const index = filterIndex(schema)
    expect(index.size).toBe(0)
    expect(index.set("a", open).set("b", closed)).toBe(index)
    expect(index.size).toBe(2)
    expect(index.get("a")).toBe(open)
    expect(index.get("c")).toBe(undefined)
    expect([index.has("a"), index.has("c")]).toEqual([true, false])
    expect([index.delete("a"), index.delete("a"), index.delete("c")]).toEqual([true, false, false])
    expect([...index]).toEqual([["b", closed]])
  })

  test("iteration has the order in which ids were first set", () => {
    const index = filterIndex(schema).set("a", open).set("b", open).set("c", open)
    index.set("a", closed)
    index.delete("b")
    index.set("b", closed)
    expect([...index]).toEqual([
      ["a", closed],
      ["c", open],
      ["b", closed],
    ])
  })

  test("an iteration sees what is set and deleted meanwhile", () => {
    const index = filterIndex(schema).set(1, open).set(2, open)
    const seen: unknown[] = []
    for (const [id] of index) {
      seen.push(id)
      if (id === 1) {
        index.delete(2)
        index.set(3, closed)
      }
    }
    expect(seen).toEqual([1, 3])
  })

  test("an iteration ends when the index is cleared, and goes on with what is set then", () => {
    const index = filterIndex(schema).set(1, open).set(2, open)
    const seen: unknown[] = []
    for (const [id] of index) {
      seen.push(id)
      if (id !== 1) continue
      index.clear()
      index.set(3, closed)
    }
    expect(seen).toEqual([1, 3])
  })

  test("the id -0 is 0, as in a Map", () => {
    const index = filterIndex(schema).set(-0, open)
    expect([index.match({ state: "open" }), [...index]]).toEqual([[0], [[0, open]]])
  })

  test("an iterator is iterable itself, and each one starts anew", () => {
    const index = filterIndex(schema).set(1, open)
    const iterator = index[Symbol.iterator]()
    expect([...iterator]).toEqual([[1, open]])
    expect([...iterator]).toEqual([])
    expect([...index]).toEqual([[1, open]])
  })

  test("clear leaves an index that works", () => {
    const index = filterIndex(schema).set(1, open).set(2, closed)
    index.clear()
    expect([index.size, [...index], index.match({ state: "open" })]).toEqual([0, [], []])
    expect(index.set(1, closed).match({ state: "closed" })).toEqual([1])
    expect(index.match({ state: "open" })).toEqual([])
  })

  test("ids are compared as the keys of a Map", () => {
    const objects = [{}, {}, [], Symbol("a"), Symbol("a"), () => 1]
    const ids = [0, "0", Number.NaN, undefined, null, 1n, true, "__proto__", ...objects]
    const index = filterIndex(schema)
    for (const id of ids) index.set(id, open)
    expect(new Set(index.match({ state: "open" }))).toEqual(new Set(ids))
    expect(index.size).toBe(ids.length)
    expect([index.has(-0), index.has({}), index.has("1")]).toEqual([true, false, false])
    expect([index.delete(Number.NaN), index.delete(undefined), index.delete(-0)]).toEqual([true, true, true])
    expect(index.match({ state: "open" })).toHaveLength(ids.length - 3)
  })

  test("equal filters, and the same filter, may have several ids", () => {
    const index = filterIndex(schema)
      .set(1, open)
      .set(2, open)
      .set(3, parseFilter(schema, '{"state":"open"}'))
    expect(index.match({ state: "open" }).sort()).toEqual([1, 2, 3])
    index.delete(1)
    expect(index.match({ state: "open" }).sort()).toEqual([2, 3])
    index.delete(3)
    expect(index.match({ state: "open" })).toEqual([2])
  })

  test("equal filters in which a conjunction is inside of a conjunction, and filters equal to them without it", () => {
    const inner = and(eq("id", 1), gt("price", 1))
    const all = () => and(open, or(inner, inner))
    const index = filterIndex(schema)
    for (let i = 0; i < 20; i++) index.set(`inner ${i}`, inner)
    index
      .set(1, all())
      .set(2, and(open, inner))
      .set(3, all())
      .set(4, and(inner, open, eq("email", "a")))
    const found = () => index.match({ id: 1, price: 2, state: "open" }).filter((id) => typeof id === "number")
    expect(found().sort()).toEqual([1, 2, 3])
    index.delete(1)
    expect(found().sort()).toEqual([2, 3])
    index.delete(2)
    expect(found()).toEqual([3])
    expect(index.match({ id: 2, price: 2, state: "open" })).toEqual([])
  })

  test("a deleted filter in which a conjunction is inside of a conjunction leaves no field that is read", () => {
    const inner = and(eq("id", 1), gt("price", 1))
    const index = filterIndex(schema)
      .set(1, open)
      .set(2, and(open, or(inner, inner)))
    expect(() => index.match<unknown>({ state: "open", price: "x" })).toThrow(TypeError)
    index.delete(2)
    expect(index.match<unknown>({ state: "open", id: "x", price: "x" })).toEqual([1])
  })

  test("a filter can be replaced by itself and by an equal one", () => {
    const index = filterIndex(schema).set(1, open).set(1, open)
    expect([index.size, index.match({ state: "open" })]).toEqual([1, [1]])
    const equal = parseFilter(schema, '{"state":"open"}')
    expect(index.set(1, equal).get(1)).toBe(equal)
    expect(index.match({ state: "open" })).toEqual([1])
    index.delete(1)
    expect(index.match({ state: "open" })).toEqual([])
  })
})

describe("match", () => {
  const index = filterIndex<typeof schema, string>(schema)
    .set("all", and())
    .set("none", or())
    .set("open", open)
    .set("no state", eq("state", null))
    .set("not open", ne("state", "open"))
    .set("cheap", and(gt("price", "0.1"), lt("price", "0.3")))
    .set("open, from 2", and(open, gte("price", 2)))
    .set("ann", contains("email", "ANN@"))
    .set("vip", eq("tags.name", "vip"))
    .set("not vip", noneOf("tags.name", ["vip"]))
    .set("acme", or(eq("company.name", "Acme"), oneOf("id", [7, "9007199254740993"])))

  test.each<readonly [record: object, ids: readonly string[]]>([
    [{}, ["all", "no state", "not open", "not vip"]],
    [{ state: "open" }, ["all", "open", "not vip"]],
    [{ state: "closed", price: "0.2" }, ["all", "cheap", "not open", "not vip"]],
    [{ state: "open", price: 0.3, email: "Joann@example.com" }, ["all", "ann", "not vip", "open"]],
    [{ state: "open", price: 2 }, ["all", "not vip", "open", "open, from 2"]],
    [{ state: "open", tags: [{ name: "eu" }, null, { name: "vip" }] }, ["all", "open", "vip"]],
    [{ state: "open", company: { name: "Acme" }, id: 7 }, ["acme", "all", "not vip", "open"]],
    [{ state: "open", id: 9007199254740993n }, ["acme", "all", "not vip", "open"]],
    [{ state: "open", id: "9007199254740992" }, ["all", "not vip", "open"]],
  ])("%o is found by %o", (record, ids) => {
    expect(index.match(record).sort()).toEqual([...ids].sort())
  })

  test("returns a new array each time", () => {
    const [one, other] = [index.match({ state: "open" }), index.match({ state: "open" })]
    expect(one).not.toBe(other)
    one.length = 0
    expect(index.match({ state: "open" })).toEqual(other)
  })

  test.each([null, undefined, "a", 7, [], new Map(), () => ({})])(
    "of %o is a TypeError, but without filters nothing is read",
    (record) => {
      expect(() => index.match<unknown>(record)).toThrow(TypeError)
      expect(() => index.match<unknown>(record)).toThrow(/^A record is .*, not an object with properties$/)
      expect(filterIndex(schema).match<unknown>(record)).toEqual([])
    },
  )

  test("throws if a predicate of some filter throws, and then answers for the next record", () => {
    expect(() => index.match<unknown>({ state: 7 })).toThrow(
      "The value of state in a record is a number, not a string",
    )
    expect(() => index.match<unknown>({ tags: { name: "vip" } })).toThrow(
      "The value of tags in a record is an object, not an array of objects",
    )
    expect(() => index.match<unknown>({ state: "open", tags: [{ name: "eu" }, 7] })).toThrow(TypeError)
    expect(index.match({ state: "open" }).sort()).toEqual(["all", "not vip", "open"])
  })

  test("does not read fields that no filter uses, or none uses any more", () => {
    const few = filterIndex(schema).set(1, open).set(2, eq("tags.name", "vip")).set(3, gt("price", 1))
    expect(few.match({ state: "open", id: "x", tags: [{ name: "eu", rank: "x" }] })).toEqual([1])
    expect(() => few.match<unknown>({ state: "open", tags: "vip", price: "x" })).toThrow(TypeError)
    few.delete(2)
    expect(() => few.match<unknown>({ state: "open", tags: "vip", price: "x" })).toThrow(TypeError)
    few.set(3, open)
    expect(few.match<unknown>({ state: "open", tags: "vip", price: "x" }).sort()).toEqual([1, 3])
    few.clear()
    few.set(4, gt("price", 1))
    expect(few.match<unknown>({ state: 7, price: 2 })).toEqual([4])
  })

  test("does not confuse values that look alike, or that objects inherit", () => {
    const names = ["__proto__", "constructor", "toString", "null", "undefined", "0", "", "NaN"]
    const named = filterIndex<typeof schema, string>(schema)
    for (const name of names) named.set(name, eq("state", name))
    for (const name of names) expect(named.match({ state: name })).toEqual([name])
    for (const record of [{}, { state: null }, { state: "hasOwnProperty" }, { state: "00" }])
      expect(named.match(record)).toEqual([])
  })

  test("does not take what objects inherit for properties of records", () => {
    const inherited = ["constructor", "toString", "hasOwnProperty", "__proto__"] as const
    const odd = defineSchema({
      ...Object.fromEntries(inherited.map((name) => [name, field.string()])),
      ["__proto__"]: field.string(),
      valueOf: field.many({ constructor: field.string() }),
      isPrototypeOf: field.one({ constructor: field.string() }),
    })
    const names = [...odd.fields.keys()]
    expect(names).toEqual([...inherited, "valueOf.constructor", "isPrototypeOf.constructor"])
    const values = filterIndex<typeof odd, string>(odd)
    for (const name of names) values.set(name, parseFilter(odd, `{${JSON.stringify(name)}:{"$contains":""}}`))
    expect(values.match({})).toEqual([])
    expect(values.match({ valueOf: [{}], isPrototypeOf: {} })).toEqual([])
    const record = JSON.parse(
      '{"__proto__":"a","constructor":"a","valueOf":[{"constructor":"a"}],"isPrototypeOf":{"constructor":"a"}}',
    )
    expect(new Set(values.match(record))).toEqual(
      new Set(["__proto__", "constructor", "valueOf.constructor", "isPrototypeOf.constructor"]),
    )
  })

  test("reads records of every kind", () => {
    class Entity {
      get state() {
        return "open"
      }
    }
    const own = Object.assign(Object.create(null), { state: "open" })
    const proxy = new Proxy({}, { get: (_, property) => (property === "state" ? "open" : undefined) })
    const states = filterIndex(schema).set(1, open)
    for (const record of [new Entity(), own, proxy, Object.freeze({ state: "open" })])
      expect(states.match<unknown>(record)).toEqual([1])
  })
})

describe("change", () => {
  const index = filterIndex<typeof schema, string>(schema)
    .set("open", open)
    .set("closed", closed)
    .set("any state", ne("state", null))
    .set("rest", noneOf("state", ["open", "closed", null]))

  test("of a record that was created, changed and deleted", () => {
    const [before, after] = [{ state: "open" }, { state: "closed" }]
    expect(sorted(index.change(undefined, before))).toEqual({ entered: ["any state", "open"], left: [] })
    expect(sorted(index.change(before, after))).toEqual({ entered: ["closed"], left: ["open"] })
    expect(sorted(index.change(after, undefined))).toEqual({ entered: [], left: ["any state", "closed"] })
    expect(index.change(undefined, undefined)).toEqual({ entered: [], left: [] })
  })

  test("of a record that is the same, or the same in all fields that filters use, is none", () => {
    const record = { state: "open", id: 1 }
    for (const after of [record, { ...record }, { ...record, id: 2, price: "1" }, { ...record, id: "x" }])
      expect(index.change<unknown, unknown>(record, after)).toEqual({ entered: [], left: [] })
  })

  test("throws if a predicate throws for the record before or after, and then answers for the next", () => {
    const [good, bad] = [{ state: "open" }, { state: 7 }] as readonly unknown[]
    for (const [before, after] of [
      [good, bad],
      [bad, good],
      [bad, undefined],
      [undefined, bad],
      [bad, bad],
      [null, good],
    ])
      expect(() => index.change(before, after)).toThrow(TypeError)
    expect(sorted(index.change({ state: "open" }, { state: "closed" }))).toEqual({
      entered: ["closed"],
      left: ["open"],
    })
  })

  test("of anything is none in an index without filters", () => {
    expect(filterIndex(schema).change<unknown, unknown>(7, null)).toEqual({ entered: [], left: [] })
  })
})

function sorted({
  entered,
  left,
}: {
  readonly entered: readonly string[]
  readonly left: readonly string[]
}) {
  return { entered: [...entered].sort(), left: [...left].sort() }
}

describe("set refuses", () => {
  const other = defineSchema({ state: field.string(), company: field.one({ name: field.string() }) })
  const ofOther = (text: string) => parseFilter(other, text) as unknown as Filter<typeof schema>
  const refused: Readonly<Record<string, Filter<typeof schema>>> = {
    "a copy of a filter": { ...open },
    "a node made by hand": { kind: "and", operands: [] } as unknown as typeof open,
    "a text": '{"state":"open"}' as unknown as typeof open,
    undefined: undefined as unknown as typeof open,
    "a filter of another schema": ofOther('{"state":"open"}'),
    "a filter of another schema, through a relation": ofOther('{"company.name":"Acme"}'),
    "a filter with one field of another schema, deep inside": or(
      open,
      and(closed, or(eq("id", 1), and(ofOther('{"state":{"$ne":null}}'), ne("id", 2)))),
    ),
  }

  test.each(Object.entries(refused))("%s, and stays as it was", (_, filter) => {
    const index = filterIndex(schema).set(1, open).set(2, closed)
    expect(() => index.set(1, filter)).toThrow(TypeError)
    expect(() => index.set(3, filter)).toThrow(TypeError)
    expect([...index]).toEqual([
      [1, open],
      [2, closed],
    ])
    expect(index.match({ state: "open" })).toEqual([1])
    // What was refused is not read either.
    expect(index.match<unknown>({ state: "closed", id: "x", company: 7 })).toEqual([2])
    index.delete(1)
    expect(index.match({ state: "open" })).toEqual([])
  })

  test("a filter with a field that pick or omit left out", () => {
    for (const narrowed of [pick(schema, "state", "tags.name"), omit(schema, "id", "tags.rank")]) {
      const index = filterIndex(narrowed)
      expect(() => index.set(1, eq("id", 1) as never)).toThrow(TypeError)
      expect(() => index.set(1, eq("tags.rank", 1) as never)).toThrow(TypeError)
      expect(index.set(1, or(open, eq("tags.name", "vip")) as never).match({ state: "open" })).toEqual([1])
    }
  })

  test("an argument in place of the schema is refused at once", () => {
    for (const value of [undefined, null, {}, open, "state"])
      expect(() => filterIndex(value as unknown as typeof schema)).toThrow(TypeError)
  })
})

test("filters of pick and omit of the schema are accepted", () => {
  const index = filterIndex(schema)
    .set(1, parseFilter(pick(schema, "state"), '{"state":"open"}'))
    .set(2, parseFilter(omit(schema, "id"), '{"tags.name":"vip"}'))
    .set(3, parseFilter(pick(schema, "company.name"), "{}"))
  expect(index.match({ state: "open", tags: [{ name: "vip" }] }).sort()).toEqual([1, 2, 3])
})

describe("the option get", () => {
  type Row = ReadonlyMap<string, unknown>
  const get = (row: Row, property: string) => row.get(property)
  const row = (entries: Readonly<Record<string, unknown>>): Row => new Map(Object.entries(entries))

  test("reads records and related records of any kind", () => {
    const index = filterIndex(schema, { get })
      .set(1, open)
      .set(2, eq("tags.name", "vip"))
      .set(3, eq("company.name", "Acme"))
    const found = row({
      state: "open",
      tags: [row({ name: "eu" }), null, row({ name: "vip" })],
      company: row({ name: "Acme" }),
    })
    expect(index.match(found).sort()).toEqual([1, 2, 3])
    expect(sortedIds(index.change(row({}), found).entered)).toEqual([1, 2, 3])
    expect(() => index.match(row({ company: [row({})] }))).toThrow(
      "The value of company in a record is an array, not an object with properties",
    )
    expect(() => index.match("text" as unknown as Row)).toThrow(TypeError)
  })

  test("an error of get is passed on, and the next answer is right", () => {
    const failure = new RangeError("no such column")
    for (let failing = 1; failing <= 4; failing++) {
      let reads = 0
      const index = filterIndex(schema, {
        get: (record: Row, property) => {
          if (++reads === failing) throw failure
          return record.get(property)
        },
      })
      index
        .set(1, and(open, eq("id", 1), gt("price", 1), eq("company.name", "Acme")))
        .set(2, or(open, lt("id", 0)))
      const found = row({ state: "open", id: 1, price: 2, company: row({ name: "Acme" }) })
      expect(() => index.match(found)).toThrow(failure)
      expect(index.match(found).sort()).toEqual([1, 2])
      expect(index.match(row({ state: "open", id: 1, price: 1 }))).toEqual([2])
    }
  })
})

function sortedIds(ids: readonly unknown[]): readonly unknown[] {
  return [...ids].sort()
}

describe("a property of a record that uses the index while it is read", () => {
  const filters = {
    open,
    closed,
    both: and(ne("state", null), gt("id", 0)),
    vip: eq("tags.name", "vip"),
    many: noneOf("tags.rank", [1, 2]),
    text: contains("email", "ann"),
    range: and(gt("price", 1), lt("price", 9)),
    all: and(),
  }
  const values = { state: "open", id: 1, email: "Ann", price: 5 }
  const expected = ["all", "both", "many", "open", "range", "text", "vip"]

  /** A record whose property calls a function when it is read. */
  const calling = (property: string, call: () => void): object => {
    const tags = [{ name: "vip", rank: 3 }]
    const record = { ...values, tags }
    return Object.defineProperty({ ...record }, property, {
      enumerable: true,
      get() {
        call()
        return record[property as keyof typeof record]
      },
    })
  }
  const full = () => {
    const index: FilterIndex<typeof schema, string> = filterIndex(schema)
    for (const [id, filter] of Object.entries(filters)) index.set(id, filter)
    return index
  }
  const answer = (index: FilterIndex<typeof schema, string>, record: unknown) => index.match(record).sort()

  describe.each(["state", "id", "email", "price", "tags"])("%s", (property) => {
    test("may match another record", () => {
      const index = full()
      const inner: (readonly string[])[] = []
      const record = calling(property, () =>
        inner.push(answer(index, { state: "closed", tags: [{ rank: 2 }] })),
      )
      expect(answer(index, record)).toEqual(expected)
      expect(inner.length).toBeGreaterThan(0)
      for (const ids of inner) expect(ids).toEqual(["all", "closed"])
    })

    test("may match a record that is rejected", () => {
      const index = full()
      let rejected = 0
      const record = calling(property, () => {
        rejected++
        expect(() => index.match<unknown>({ state: "closed", price: "x" })).toThrow(TypeError)
      })
      expect(answer(index, record)).toEqual(expected)
      expect(rejected).toBeGreaterThan(0)
    })

    test("may set and delete filters: those that stay are answered rightly, and then all are", () => {
      const index = full()
      const record = calling(property, () => {
        index.delete("open")
        index.delete("vip")
        index.set("both", closed)
        for (let i = 0; i < 100; i++) index.set(`new ${i}`, and(gt("id", i - 50), eq("state", "open")))
      })
      const stay = ["all", "closed", "many", "range", "text"]
      expect(answer(index, record).filter((id) => stay.includes(id))).toEqual(
        stay.filter((id) => id !== "closed"),
      )
      const after = ["all", "many", "range", "text", ...Array.from({ length: 51 }, (_, i) => `new ${i}`)]
      expect(answer(index, { ...values, tags: [{ name: "vip" }] })).toEqual(after.sort())
    })

    test("may clear the index", () => {
      const index = full()
      index.match(calling(property, () => index.clear()))
      expect([index.size, index.match({ ...values })]).toEqual([0, []])
      expect(index.set("open", open).match({ ...values })).toEqual(["open"])
    })

    test("may clear the index and fill it again: the new filters are answered", () => {
      const index = full()
      const record = calling(property, () => {
        // Only once, because the record is then read again.
        if (index.has("new")) return
        index.clear()
        index.set("new", and()).set("new open", open).set("new closed", closed)
      })
      expect(answer(index, record)).toEqual(["new", "new open"])
      expect(answer(index, { state: "closed" })).toEqual(["new", "new closed"])
    })

    test("may delete filters while a change is read: both records are asked about those that stay", () => {
      const index = full()
      const record = calling(property, () => {
        for (const id of ["open", "vip", "text"]) index.delete(id)
        // It takes the number of one of them.
        index.set("new", eq("id", 2))
      })
      const before = { ...values, id: 2, tags: [{ name: "vip", rank: 1 }] }
      expect(sorted(index.change(before, record))).toEqual({ entered: ["many"], left: ["new"] })
      expect(index.size).toBe(6)
    })
  })
})

describe("each property of a record is read at most once", () => {
  const index = filterIndex<typeof schema, number>(schema)
  for (let i = 0; i < 50; i++)
    index
      .set(4 * i, and(or(eq("state", `s${i}`), gt("id", i)), or(ne("state", "s0"), lt("id", 9))))
      .set(4 * i + 1, and(eq("tags.name", `t${i}`), noneOf("tags.rank", [i]), eq("company.name", `c${i}`)))
      .set(4 * i + 2, or(contains("email", `e${i}`), gt("price", i), lt("price", -i)))
      .set(4 * i + 3, or(ne("tags.name", `t${i}`), ne("company.name", `c${i}`)))

  /** The record as Proxies that count reads of properties. */
  const counted = () => {
    const reads = new Map<string, number>()
    const counting = <Value extends object>(name: string, target: Value): Value =>
      new Proxy(target, {
        get(object, property) {
          const key = `${name}${String(property)}`
          reads.set(key, (reads.get(key) ?? 0) + 1)
          return Reflect.get(object, property)
        },
      })
    const record = counting("", {
      ...{ id: 3, state: "s3", email: "e1e2", price: "7.5" },
      tags: [counting("tags.0.", { name: "t1", rank: 2 }), null, counting("tags.1.", { name: "t2" })],
      company: counting("company.", { name: "c1" }),
    })
    return { record, reads }
  }

  test("by match", () => {
    const { record, reads } = counted()
    expect(index.match(record).length).toBeGreaterThan(50)
    expect([...reads].filter(([, count]) => count > 1)).toEqual([])
    expect(reads.size).toBeGreaterThan(5)
  })

  test("by change, of each of the two records", () => {
    const { record, reads } = counted()
    const other = counted()
    index.change(record, other.record)
    expect([...reads, ...other.reads].filter(([, count]) => count > 1)).toEqual([])
  })

  test("by the option get", () => {
    const reads: string[] = []
    const read = filterIndex(schema, {
      get: (record: object, property) => {
        reads.push(property)
        return Reflect.get(record, property)
      },
    })
    for (const [id, filter] of index) read.set(id, filter)
    read.match({ id: 3, state: "s3", company: { name: "c1" } })
    expect(reads.length).toBe(new Set(reads).size)
  })
})

describe("filters of every size", () => {
  const limits = {
    maxDepth: 256,
    maxNodes: 1e6,
    maxListLength: 1e6,
    maxLength: 1e8,
    maxRelationConditions: 1e6,
  }
  const twice = (text: string) => [
    parseFilter(schema, text, { limits }),
    parseFilter(schema, text, { limits }),
  ]

  test("a filter of 256 levels", () => {
    let filter: Filter<typeof schema> = eq("id", 0)
    for (let level = 1; level < 256; level++)
      filter = level % 2 ? or(eq("id", level), filter) : and(ne("id", -level), filter)
    const index = filterIndex(schema).set(1, filter).set(2, filter)
    expect(index.match({ id: 0 }).sort()).toEqual([1, 2])
    expect(index.match({ id: 255 }).sort()).toEqual([1, 2])
    expect(index.match({ id: -2 })).toEqual([])
    index.delete(2)
    expect(index.match({ id: 1 })).toEqual([1])
    index.delete(1)
    expect(index.match({ id: 1 })).toEqual([])
  })

  test("filters of 10,000 operands", () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => i)
    const some = ids.map((id) => eq("id", id))
    const index = filterIndex(schema)
      .set("any", or(...some))
      .set("none", and(...ids.map((id) => ne("id", id))))
      .set("all of a range", and(...ids.map((id) => gt("id", -id))))
      .set("any of tags", or(...ids.map((id) => eq("tags.rank", id))))
    expect(index.match({ id: 9999 }).sort()).toEqual(["all of a range", "any"])
    expect(index.match({ id: -1, tags: [{ rank: 5000 }] }).sort()).toEqual(["any of tags", "none"])
    index.delete("any")
    expect(index.match({ id: 10_000 }).sort()).toEqual(["all of a range", "none"])
    index.clear()
    expect(index.match({ id: 1 })).toEqual([])
  })

  test("lists of 100,000 values", () => {
    const values = Array.from({ length: 100_000 }, (_, i) => 2 * i)
    const index = filterIndex(schema)
    for (const [i, filter] of twice(`{"id":{"$in":[${values}]}}`).entries()) index.set(i, filter)
    for (const [i, filter] of twice(`{"id":{"$nin":[${values}]}}`).entries()) index.set(2 + i, filter)
    for (const [i, filter] of twice(`{"tags.rank":{"$in":[${values},null]}}`).entries())
      index.set(4 + i, filter)
    expect(index.match({ id: 199_998 }).sort()).toEqual([0, 1])
    expect(index.match({ id: 199_999, tags: [{}] }).sort()).toEqual([2, 3, 4, 5])
    expect(index.match({ tags: [{ rank: 1 }] }).sort()).toEqual([2, 3])
    index.delete(0)
    index.delete(2)
    expect(index.match({ id: 0 })).toEqual([1])
    expect(index.match({ id: 1, tags: [{ rank: 1 }, { rank: 2 }] }).sort()).toEqual([3, 4, 5])
  })
})
