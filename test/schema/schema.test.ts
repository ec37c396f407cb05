import { describe, expect, test } from "vitest"
import { defineSchema, field } from "../../src/index.ts"

describe("defineSchema", () => {
  const schema = defineSchema({
    id: field.integer({ nullable: false, description: "The id" }),
    name: field.string({ caseSensitive: false, operators: ["$eq"] }),
    role: field.enum(["agent", "admin"]),
    owner: field.reference("users"),
    contacts: field.many({ value: field.string() }),
    company: field.one({ id: field.integer({ nullable: false }) }),
  })

  test("returns fields and relations that Map methods cannot change", () => {
    for (const map of [schema.fields, schema.relations]) {
      const names = [...map.keys()]
      expect(() => Map.prototype.set.call(map, "password", schema.fields.get("id"))).toThrow(TypeError)
      expect(() => Map.prototype.delete.call(map, names[0])).toThrow(TypeError)
      expect(() => Map.prototype.clear.call(map)).toThrow(TypeError)
      expect(Object.isFrozen(map)).toBe(true)
      expect([...map.keys()]).toEqual(names)
    }
  })

  test("returns fields that can be read like any map", () => {
    const visited: unknown[] = []
    const context = {}
    schema.relations.forEach(function (this: unknown, value, key, map) {
      visited.push([this === context, key, value.cardinality, map === schema.relations])
    }, context)
    expect(visited).toEqual([
      [true, "contacts", "many", true],
      [true, "company", "one", true],
    ])
    expect(schema.fields.size).toBe(6)
    expect(schema.fields.has("owner")).toBe(true)
    expect([...schema.fields].map(([name]) => name)).toEqual([...schema.fields.keys()])
    expect([...schema.fields.entries()]).toEqual([...schema.fields])
    expect([...schema.fields.values()].map(({ name }) => name)).toEqual([...schema.fields.keys()])
  })

  test("lists every field by its name in filters", () => {
    expect([...schema.fields.keys()]).toEqual(["id", "name", "role", "owner", "contacts.value", "company.id"])
  })

  test("resolves each field to its full description", () => {
    expect(schema.fields.get("id")).toEqual({
      name: "id",
      property: "id",
      type: "integer",
      nullable: false,
      caseSensitive: true,
      operators: ["$eq", "$ne", "$lt", "$lte", "$gt", "$gte", "$in", "$nin"],
      description: "The id",
      inferred: false,
    })
    expect(schema.fields.get("name")).toMatchObject({
      caseSensitive: false,
      operators: ["$eq"],
      nullable: true,
    })
    expect(schema.fields.get("role")).toMatchObject({ values: ["agent", "admin"] })
    expect(schema.fields.get("owner")).toMatchObject({ type: "reference", resource: "users" })
    expect(schema.fields.get("contacts.value")).toMatchObject({
      property: "value",
      relation: { name: "contacts", cardinality: "many" },
    })
  })

  test("records where a field is documented and whether its type is inferred", () => {
    const source = "https://example.com/docs"
    const documented = defineSchema({
      stated: field.string({ source }),
      guessed: field.boolean({ source, inferred: true }),
      unknown: field.reference("users"),
      tags: field.many({ name: field.string({ source, inferred: true }) }),
    })
    const known = [...documented.fields.values()].map((f) => [f.name, f.source, f.inferred])
    expect(known).toEqual([
      ["stated", source, false],
      ["guessed", source, true],
      ["unknown", undefined, false],
      ["tags.name", source, true],
    ])
    expect(documented.fields.get("unknown")).not.toHaveProperty("source")
  })

  test("makes the fields of a to-one relation nullable, because the related record may be missing", () => {
    expect(schema.fields.get("company.id")?.nullable).toBe(true)
  })

  test("copies its input, so that the caller cannot change the schema later", () => {
    const values = ["a"]
    const declared = defineSchema({ kind: field.enum(values) })
    values.push("b")
    expect(declared.fields.get("kind")?.values).toEqual(["a"])
    expect(Object.isFrozen(declared.fields.get("kind"))).toBe(true)
    expect(Object.isFrozen(declared.fields.get("kind")?.operators)).toBe(true)
  })

  test("accepts the names of inherited object properties as field names", () => {
    const odd = defineSchema({
      constructor: field.string(),
      toString: field.string(),
      ["__proto__"]: field.string(),
    })
    expect([...odd.fields.keys()]).toEqual(["constructor", "toString", "__proto__"])
  })

  test.each<[string, () => unknown]>([
    ["an empty name", () => defineSchema({ "": field.string() })],
    ["a name with a dot", () => defineSchema({ "a.b": field.string() })],
    ["a name like an operator", () => defineSchema({ $eq: field.string() })],
    ["an invalid name in a relation", () => defineSchema({ a: field.many({ "b.c": field.string() }) })],
    ["a relation inside a relation", () => defineSchema({ a: field.many({ b: field.many({}) as never }) })],
    ["an enum without values", () => defineSchema({ a: field.enum([]) })],
    ["an enum that lists a value twice", () => defineSchema({ a: field.enum(["b", "c", "b"]) })],
    [
      "an operator that the type does not support",
      () => defineSchema({ a: field.boolean({ operators: ["$lt"] as never }) }),
    ],
    ["an unknown type", () => defineSchema({ a: { type: "colour", operators: [] } as never })],
    ["an opaque field that cannot be null", () => defineSchema({ a: field.opaque({ nullable: false }) })],
    [
      "caseSensitive on a type that is not text",
      () => defineSchema({ a: field.integer({ caseSensitive: false } as never) }),
    ],
  ])("rejects %s", (_, define) => {
    expect(define).toThrow(TypeError)
  })
})
