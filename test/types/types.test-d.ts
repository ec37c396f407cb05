import { describe, expectTypeOf, test } from "vitest"
import { filterBuilder, omit, pick, scope } from "../../src/builder.ts"
import { customers } from "../../src/desk.ts"
import {
  compile,
  defineBackend,
  defineSchema,
  type FieldName,
  type FieldWith,
  type Filter,
  type FilterInput,
  field,
  isFieldName,
  type Operator,
  type OperatorOf,
  parseFilter,
  type Schema,
  safeParseFilter,
  type ValueOf,
} from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { stringify } from "../../src/query-string.ts"
import { postgres, type SqlMapping, sqlMapping, toSql, toSqlTemplate } from "../../src/sql.ts"
import type { standardSchema } from "../../src/standard-schema.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  score: field.number(),
  name: field.string(),
  code: field.string({ nullable: false, operators: ["$eq", "$in"] }),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  createdAt: field.datetime(),
  owner: field.reference("users"),
  secret: field.opaque(),
  contacts: field.many({ value: field.string(), id: field.integer({ nullable: false }) }),
  company: field.one({ name: field.string({ nullable: false }) }),
})
type S = typeof schema

describe("names", () => {
  test("include the fields and the relation paths", () => {
    expectTypeOf<FieldName<S>>().toEqualTypeOf<
      | "id"
      | "score"
      | "name"
      | "code"
      | "active"
      | "role"
      | "createdAt"
      | "owner"
      | "secret"
      | "contacts.value"
      | "contacts.id"
      | "company.name"
    >()
  })
})

describe("a name of type string", () => {
  const { contains, eq } = filterBuilder(schema)

  test("is narrowed to the name of a field", () => {
    const withoutValue = (name: string) => {
      // @ts-expect-error perhaps not a field
      eq(name, null)
      if (!isFieldName(schema, name)) return
      expectTypeOf(name).toEqualTypeOf<FieldName<S>>()
      // @ts-expect-error not every field takes the operator
      contains(name, "x")
    }
    void withoutValue
  })

  test("is narrowed to the name of a field that takes an operator", () => {
    const search = (name: string) => {
      if (!isFieldName(schema, name, "$contains")) return
      expectTypeOf(name).toEqualTypeOf<"name" | "contacts.value" | "company.name">()
      expectTypeOf(name).toEqualTypeOf<FieldWith<S, "$contains">>()
      contains(name, "x")
    }
    void search
  })
})

describe("values", () => {
  test("follow from the type of the field", () => {
    expectTypeOf<ValueOf<S, "id">>().toEqualTypeOf<number | bigint | string>()
    expectTypeOf<ValueOf<S, "score">>().toEqualTypeOf<number | null>()
    expectTypeOf<ValueOf<S, "name">>().toEqualTypeOf<string | null>()
    expectTypeOf<ValueOf<S, "code">>().toEqualTypeOf<string>()
    expectTypeOf<ValueOf<S, "active">>().toEqualTypeOf<boolean | null>()
    expectTypeOf<ValueOf<S, "role">>().toEqualTypeOf<"agent" | "admin" | null>()
    expectTypeOf<ValueOf<S, "createdAt">>().toEqualTypeOf<string | Date | null>()
    expectTypeOf<ValueOf<S, "owner">>().toEqualTypeOf<number | bigint | string | null>()
    expectTypeOf<ValueOf<S, "secret">>().toEqualTypeOf<null>()
    expectTypeOf<ValueOf<S, "contacts.value">>().toEqualTypeOf<string | null>()
    expectTypeOf<ValueOf<S, "contacts.id">>().toEqualTypeOf<number | bigint | string>()
  })

  test("of a relation to one may be null, because the related record may be missing", () => {
    expectTypeOf<ValueOf<S, "company.name">>().toEqualTypeOf<string | null>()
  })
})

describe("operators", () => {
  test("follow from the type and the declaration of the field", () => {
    type Equality = "$eq" | "$ne" | "$in" | "$nin"
    type Ordered = Equality | "$lt" | "$lte" | "$gt" | "$gte"
    expectTypeOf<OperatorOf<S, "id">>().toEqualTypeOf<Ordered>()
    expectTypeOf<OperatorOf<S, "score">>().toEqualTypeOf<Ordered>()
    expectTypeOf<OperatorOf<S, "name">>().toEqualTypeOf<Ordered | "$contains">()
    expectTypeOf<OperatorOf<S, "code">>().toEqualTypeOf<"$eq" | "$in">()
    expectTypeOf<OperatorOf<S, "active">>().toEqualTypeOf<Equality>()
    expectTypeOf<OperatorOf<S, "role">>().toEqualTypeOf<Equality>()
    expectTypeOf<OperatorOf<S, "createdAt">>().toEqualTypeOf<Ordered>()
    expectTypeOf<OperatorOf<S, "owner">>().toEqualTypeOf<Equality>()
    expectTypeOf<OperatorOf<S, "secret">>().toEqualTypeOf<"$eq" | "$ne">()
  })

  test("cannot be declared if the type does not have them", () => {
    // @ts-expect-error booleans have no order
    field.boolean({ operators: ["$lt"] })
  })
})

describe("FilterInput", () => {
  test("accepts filters that parse", () => {
    expectTypeOf({
      name: "Ann",
      id: { $in: [1, "2"], $gt: 0 },
      role: null,
      secret: { $ne: null },
      "contacts.value": { $contains: "@" },
      $or: [{ active: true }, { $and: [] }],
    } as const).toExtend<FilterInput<S>>()
  })

  test("rejects a wrong field, operator or value", () => {
    // @ts-expect-error no such field
    const unknownField: FilterInput<S> = { nam: "Ann" }
    // @ts-expect-error booleans have no order
    const wrongOperator: FilterInput<S> = { active: { $lt: true } }
    // @ts-expect-error not one of the enum's values
    const wrongValue: FilterInput<S> = { role: "owner" }
    // @ts-expect-error never null
    const notNullable: FilterInput<S> = { id: null }
    // @ts-expect-error null has no order
    const nullInOrder: FilterInput<S> = { score: { $lt: null } }
    // @ts-expect-error a filter cannot test the content of an opaque field
    const opaque: FilterInput<S> = { secret: "x" }
    void [unknownField, wrongOperator, wrongValue, notNullable, nullInOrder, opaque]
  })
})

describe("a filter", () => {
  const filter = parseFilter(schema, "{}")

  test("belongs to its schema", () => {
    expectTypeOf(filter).toEqualTypeOf<Filter<S>>()
    expectTypeOf(filter).toExtend<Filter>()
    expectTypeOf<Filter<S>>().not.toExtend<Filter<typeof customers>>()
    // @ts-expect-error a filter of another schema
    filterBuilder(customers).and(filter)
  })

  test("cannot be written by hand", () => {
    // @ts-expect-error an unchecked object is not a filter
    toSql({ kind: "and", operands: [] }, postgres)
  })

  test("is accepted by every backend", () => {
    expectTypeOf(stringify(filter)).toEqualTypeOf<string>()
    void (() => toPredicate(filter, { jit: "auto" }))
    // @ts-expect-error neither a boolean nor "auto"
    void (() => toPredicate(filter, { jit: "always" }))
    const count = defineBackend<number>({
      and: (operands) => operands.length,
      or: (operands) => operands.length,
      compare: () => 1,
      in: ({ values }) => values.length,
      contains: ({ value }) => value.length,
    })
    expectTypeOf(compile(filter, count)).toEqualTypeOf<number>()
  })

  test("is immutable", () => {
    if (filter.kind !== "and") return
    // @ts-expect-error readonly
    filter.operands = []
    // @ts-expect-error readonly
    filter.operands.push(filter)
  })

  test("is available from safeParseFilter only after a check of ok", () => {
    const result = safeParseFilter(schema, "{}")
    // @ts-expect-error ok has not been checked yet
    void result.filter
    if (result.ok) expectTypeOf(result.filter).toEqualTypeOf<Filter<S>>()
    else expectTypeOf(result.error.diagnostics[0]?.code).toExtend<string | undefined>()
  })

  test("is the output of a Standard Schema", () => {
    type Output = NonNullable<ReturnType<typeof standardSchema<S>>["~standard"]["types"]>["output"]
    expectTypeOf<Output>().toEqualTypeOf<Filter<S>>()
  })
})

describe("the input of parseFilter", () => {
  test("may have any type", () => {
    const input: unknown = undefined
    void (() => parseFilter(schema, input))
    void (() => safeParseFilter(schema, input))
    void (() => [parseFilter(schema, { nam: 1 }), parseFilter(schema, null), parseFilter(schema, undefined)])
    void (<T>(value: T) => parseFilter(schema, value))
  })
})

describe("an interface of a schema", () => {
  interface PeopleSchema extends Schema<typeof schema.declarations> {}
  const people: PeopleSchema = schema

  test("has the fields of the schema", () => {
    expectTypeOf<FieldName<PeopleSchema>>().toEqualTypeOf<FieldName<S>>()
    expectTypeOf<FilterInput<PeopleSchema>["role"]>().toEqualTypeOf<FilterInput<S>["role"]>()
    expectTypeOf(parseFilter(people, "{}")).toEqualTypeOf<Filter<PeopleSchema>>()
  })

  test("is the type of the same filters", () => {
    expectTypeOf<Filter<PeopleSchema>>().toExtend<Filter<S>>()
    expectTypeOf<Filter<S>>().toExtend<Filter<PeopleSchema>>()
    expectTypeOf<Filter<PeopleSchema>>().not.toExtend<Filter<typeof customers>>()
  })
})

describe("a schema of which nothing is known", () => {
  test("may have every field", () => {
    expectTypeOf<FieldName<Schema>>().toEqualTypeOf<string>()
    expectTypeOf<OperatorOf<Schema, "name">>().toEqualTypeOf<Operator>()
    expectTypeOf({ name: 1, $or: [{ name: { $in: ["x"] } }] } as const).toExtend<FilterInput<Schema>>()
    const build = (some: Schema, name: string) => {
      if (isFieldName(some, name)) expectTypeOf(name).toEqualTypeOf<string>()
      return filterBuilder(pick(some, name)).eq(name, "x")
    }
    void build
  })
})

describe("the builder", () => {
  const { eq, lt, oneOf, contains } = filterBuilder(schema)

  test("accepts what the schema declares", () => {
    eq("id", 5n)
    eq("createdAt", new Date())
    eq("name", null)
    oneOf("role", ["agent", null])
    contains("contacts.value", "@")
    lt("createdAt", "2024-01-01")
  })

  test("rejects everything else", () => {
    // @ts-expect-error no such field
    void (() => eq("nam", "x"))
    // @ts-expect-error no order
    void (() => lt("active", true))
    // @ts-expect-error not a number
    void (() => eq("id", true))
    // @ts-expect-error null has no order
    void (() => lt("score", null))
    // @ts-expect-error never null
    void (() => eq("code", null))
    // @ts-expect-error a missing value
    void (() => eq("name", undefined))
    // @ts-expect-error declared without $ne
    void (() => filterBuilder(schema).ne("code", "x"))
  })
})

describe("a mapping", () => {
  test("knows the fields and relations of the schema", () => {
    sqlMapping(schema, {
      table: "people",
      columns: { name: "full_name" },
      relations: { contacts: { table: "contacts", on: { id: "person_id" }, columns: { value: "address" } } },
    })
    // @ts-expect-error no such field
    void (() => sqlMapping(schema, { columns: { nam: "full_name" } }))
    // @ts-expect-error a path is mapped with its relation
    void (() => sqlMapping(schema, { columns: { "contacts.value": "value" } }))
    const friends = { friends: { table: "friends", on: { id: "person_id" } } }
    // @ts-expect-error no such relation
    void (() => sqlMapping(schema, { table: "people", relations: friends }))
  })
})

describe("the mapping of a filter", () => {
  const mapping = sqlMapping(schema)
  const filter = parseFilter(schema, "{}")
  const narrow = pick(schema, "id")
  const other = defineSchema({ id: field.integer() })

  test("is of the same schema, or of one with more fields", () => {
    toSql(filter, postgres, mapping)
    toSqlTemplate(filter, postgres, mapping)
    toSql(parseFilter(narrow, "{}"), postgres, mapping)
    // @ts-expect-error the mapping lacks fields of the filter
    void (() => toSql(filter, postgres, sqlMapping(narrow)))
    // @ts-expect-error the mapping of another schema
    void (() => toSql(filter, postgres, sqlMapping(other)))
    // @ts-expect-error the mapping of another schema
    void (() => toSqlTemplate(filter, postgres, sqlMapping(other)))
  })

  test("may be of any schema if one of both is not known", () => {
    const anyMapping: SqlMapping = mapping
    const anyFilter: Filter = filter
    const anySchema: Schema = schema
    toSql(filter, postgres, anyMapping)
    toSql(anyFilter, postgres, mapping)
    toSql(filter, postgres, sqlMapping(anySchema))
    toSql(parseFilter(anySchema, "{}"), postgres, mapping)
  })

  test("has the type of its schema in a generic function", () => {
    const sqlOf = <S extends Schema>(filter: Filter<S>, mapping: SqlMapping<S>) =>
      toSql(filter, postgres, mapping)
    sqlOf(filter, mapping)
    // @ts-expect-error the mapping of another schema
    void (() => sqlOf(filter, sqlMapping(other)))
  })
})

describe("narrower schemas", () => {
  const narrow = pick(schema, "id", "contacts.value")
  const rest = omit(schema, "secret", "contacts.value", "contacts.id")

  test("have the remaining fields", () => {
    expectTypeOf<FieldName<typeof narrow>>().toEqualTypeOf<"id" | "contacts.value">()
    expectTypeOf<FieldName<typeof rest>>().toEqualTypeOf<
      "id" | "score" | "name" | "code" | "active" | "role" | "createdAt" | "owner" | "company.name"
    >()
    expectTypeOf<ValueOf<typeof narrow, "contacts.value">>().toEqualTypeOf<string | null>()
    expectTypeOf<OperatorOf<typeof rest, "code">>().toEqualTypeOf<"$eq" | "$in">()
    // @ts-expect-error there is no such field
    pick(schema, "nme")
    // @ts-expect-error a relation is not a field
    omit(schema, "contacts")
  })

  test("have filters that fit a schema with more fields only", () => {
    const wider = pick(schema, "id", "name", "contacts.value")
    expectTypeOf<Filter<typeof narrow>>().toExtend<Filter<typeof wider>>()
    expectTypeOf<Filter<typeof wider>>().not.toExtend<Filter<typeof narrow>>()
    expectTypeOf<Filter<typeof wider>>().not.toExtend<Filter<typeof rest>>()
    const again = pick(wider, "id", "contacts.value")
    expectTypeOf<Filter<typeof again>>().toExtend<Filter<typeof narrow>>()
  })

  test("have filters that fit a scope of the full schema, but not of another schema", () => {
    const own = parseFilter(schema, "{}")
    expectTypeOf(scope(parseFilter(narrow, "{}"), own)).toEqualTypeOf<Filter<S>>()
    expectTypeOf(parseFilter(narrow, "{}")).toExtend<Filter<S>>()
    // @ts-expect-error a filter on all fields is not a filter on fewer fields
    const narrower: Filter<typeof narrow> = own
    expectTypeOf(narrower).toExtend<Filter>()
    // @ts-expect-error a filter of customers does not belong to this schema
    scope(parseFilter(customers, "{}"), own)
    // @ts-expect-error a filter that may be missing
    scope(own, undefined)
  })
})

describe("conditional parts", () => {
  const { and, eq, when } = filterBuilder(schema)
  test("are allowed in and() and or() only", () => {
    expectTypeOf(
      and(
        eq("id", 1),
        when(true, () => eq("id", 2)),
      ),
    ).toEqualTypeOf<Filter<S>>()
    // @ts-expect-error the condition may be undefined
    when(undefined, () => eq("id", 1))
    // @ts-expect-error the operand may be undefined, which is not a filter
    stringify(when(true, () => eq("id", 1)))
    // @ts-expect-error when() marks an optional part
    and(eq("id", 1), undefined)
  })
})
