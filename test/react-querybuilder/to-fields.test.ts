import { describe, expect, test } from "vitest"
import { defineSchema, field } from "../../src/index.ts"
import { type RuleField, toFields } from "../../src/react-querybuilder.ts"
import { people } from "../conformance/people.ts"

function operatorsOf({ operators = [] }: RuleField) {
  return operators.map((operator) => (operator as { name: string }).name)
}

const groups = toFields(people)
const fields = new Map(groups.flatMap(({ options }) => options).map((field) => [field.name as string, field]))
const offered = (name: string) => operatorsOf(fields.get(name) as RuleField)

describe("operators", () => {
  const equality = ["=", "!=", "null", "notNull", "in", "notIn"]
  const order = ["=", "!=", "<", ">", "<=", ">="]

  test.each([
    ["id", [...order, "in", "notIn", "between", "notBetween"]],
    ["count", [...order, "null", "notNull", "in", "notIn", "between", "notBetween"]],
    [
      "name",
      [
        ...order,
        ...["contains", "beginsWith", "doesNotBeginWith", "null", "notNull", "in", "notIn"],
        ...["between", "notBetween"],
      ],
    ],
    ["active", equality],
    ["role", equality],
    ["owner", equality],
    ["ref", equality],
    ["secret", ["null", "notNull"]],
    ["tags.name", [...order, "contains", "null", "notNull", "in", "notIn"]],
    ["tags.rank", [...order, "null", "notNull", "in", "notIn"]],
    ["company.size", [...order, "null", "notNull", "in", "notIn", "between", "notBetween"]],
  ])("%s", (name, expected) => {
    expect(offered(name)).toEqual(expected)
  })

  test("are those that the field allows", () => {
    const schema = defineSchema({
      a: field.integer({ operators: ["$lt", "$gt"] }),
      b: field.integer({ operators: ["$lt", "$gt"], nullable: false }),
      c: field.string({ operators: ["$in"] }),
      d: field.string({ operators: [] }),
    })
    expect(toFields(schema).map((field) => [field.name, operatorsOf(field)])).toEqual([
      // Outside of a range is a record without a value, too.
      ["a", ["<", ">"]],
      ["b", ["<", ">", "notBetween"]],
      ["c", ["null", "in"]],
      // A field without operators is left out.
    ])
  })
})

describe("editors", () => {
  const editorOf = (name: string, operator: string) => {
    const { valueEditorType } = fields.get(name) as RuleField
    return typeof valueEditorType === "function" ? valueEditorType(operator as "=") : valueEditorType
  }

  test("an enum and a boolean are chosen from a list", () => {
    expect(fields.get("role")?.values).toEqual([
      { name: "agent", value: "agent", label: "agent" },
      { name: "admin", value: "admin", label: "admin" },
    ])
    expect(fields.get("active")?.values).toEqual([
      { name: "true", value: "true", label: "true" },
      { name: "false", value: "false", label: "false" },
    ])
    expect([editorOf("role", "="), editorOf("role", "in")]).toEqual(["select", "multiselect"])
    expect([editorOf("active", "notIn"), editorOf("active", "~")]).toEqual(["multiselect", "select"])
  })

  test.each([
    ["id", "number"],
    ["name", "text"],
    ["seenAt", "text"],
    ["born", "date"],
    ["price", "text"],
    ["secret", undefined],
  ])("%s is written in an input of type %s", (name, type) => {
    expect(fields.get(name)?.inputType).toBe(type)
    expect(fields.get(name)?.valueEditorType).toBeUndefined()
  })
})

describe("labels", () => {
  test("are the names, or those that are given", () => {
    expect(groups.map(({ label }) => label)).toEqual(["Fields", "tags", "company"])
    const labels = { name: "Name", "tags.name": "Tag", tags: "Tags", "": "Person" } as const
    const labelled = toFields(people, { labels, operatorLabels: { "=": "is" } })
    expect(labelled.map(({ label }) => label)).toEqual(["Person", "Tags", "company"])
    const [person, tags] = labelled
    const name = person?.options.find((field) => field.name === "name")
    expect(name?.label).toBe("Name")
    expect(name?.operators?.[0]).toEqual({ name: "=", value: "=", label: "is" })
    expect(tags?.options[0]?.label).toBe("Tag")
    expect(tags?.options[1]?.label).toBe("tags.label")
  })

  test("a schema without relations has no groups", () => {
    expect(toFields(defineSchema({ a: field.boolean({ nullable: false }) }))).toMatchObject([
      { name: "a", value: "a", label: "a" },
    ])
    expect(toFields(defineSchema({}))).toEqual([])
  })

  test("a relation of which no field can be filtered is left out", () => {
    const schema = defineSchema({
      a: field.many({ b: field.string({ operators: [] }) }),
      c: field.string(),
    })
    expect(toFields(schema).map(({ label }) => label)).toEqual(["Fields"])
  })
})

test("what is no schema is refused", () => {
  expect(() => toFields({} as typeof people)).toThrow(TypeError)
  expect(() => toFields(people, { label: {} } as object)).toThrow(RangeError)
})
