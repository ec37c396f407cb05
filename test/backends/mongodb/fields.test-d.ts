import { describe, expectTypeOf, test } from "vitest"
import { customers } from "../../../src/desk.ts"
import { defineSchema, type Filter, field, parseFilter, pick, type Schema } from "../../../src/index.ts"
import { type MongoQuery, toMongo } from "../../../src/mongodb.ts"

const schema = defineSchema({
  id: field.integer(),
  price: field.decimal(),
  at: field.datetime(),
  tags: field.many({ rank: field.integer(), name: field.string() }),
  company: field.one({ ref: field.uuid() }),
})
const filter = parseFilter(schema, "{}")

describe("the fields of toMongo", () => {
  test("are those of the schema, and their values are those of a filter", () => {
    toMongo(filter, {
      fields: {
        id: { convert: (value) => expectTypeOf(value).toEqualTypeOf<number | bigint>() },
        price: { path: "p", convert: (value) => expectTypeOf(value).toEqualTypeOf<string>() },
        at: { convert: (value) => expectTypeOf(value).toEqualTypeOf<string>() },
        tags: { path: "all.tags" },
        "tags.rank": { convert: (value) => expectTypeOf(value).toEqualTypeOf<number | bigint>() },
        "company.ref": { convert: (value) => expectTypeOf(value).toEqualTypeOf<string>() },
      },
    })
  })

  test("have no other names", () => {
    // @ts-expect-error: the schema has no field prize.
    toMongo(filter, { fields: { prize: { path: "p" } } })
    // @ts-expect-error: tags have no size.
    toMongo(filter, { fields: { "tags.size": { path: "p" } } })
    // @ts-expect-error: a field of a relation needs the name of the relation.
    toMongo(filter, { fields: { rank: { path: "p" } } })
  })

  test("have no other options", () => {
    // @ts-expect-error: a relation has no values.
    toMongo(filter, { fields: { tags: { convert: (value: unknown) => value } } })
    // @ts-expect-error: decimals are texts.
    toMongo(filter, { fields: { price: { convert: (value: number) => value } } })
    // @ts-expect-error: a path alone is no entry.
    toMongo(filter, { fields: { price: "p" } })
  })

  test("may be of any schema if the filter is", () => {
    const any: Filter = filter
    toMongo(any, { fields: { anything: { path: "p", convert: (value) => String(value) } } })
    const open = {} as Filter<Schema>
    toMongo(open, { fields: { anything: { path: "p" } } })
  })

  test("may be those of a larger schema than that of the filter", () => {
    const some = parseFilter(pick(customers, "id", "state"), "{}")
    toMongo<typeof customers>(some, { fields: { jobTitle: { path: "job.title" } } })
  })
})

test("a query names the operators that join queries", () => {
  expectTypeOf(toMongo(filter)).toEqualTypeOf<MongoQuery>()
  expectTypeOf<MongoQuery>().toExtend<Readonly<Record<string, unknown>>>()
  expectTypeOf(toMongo(filter).$or).toEqualTypeOf<MongoQuery[] | undefined>()
})
