import { expect, test } from "vitest"
import { disjoint } from "../../../src/analysis/implies.ts"
import { defineSchema, field, parseFilter, type Schema } from "../../../src/index.ts"

const one = (nullable: boolean) =>
  defineSchema({ owner: field.one({ id: field.integer({ nullable }), name: field.string() }) })
const many = defineSchema({ owner: field.many({ name: field.string(), rank: field.integer() }) })
const plain = defineSchema({ owner: field.integer() })

/** Of filters of one schema, or of schemas that are alike, or of schemas that are not. */
const answer = (a: readonly [Schema, string], b: readonly [Schema, string]) =>
  disjoint<Schema>(parseFilter(...a), parseFilter(...b)).answer

test("schemas that declare the fields alike are one", () => {
  expect(answer([one(false), '{"owner.id":null}'], [one(false), '{"owner.name":"a"}'])).toBe("yes")
  expect(answer([one(true), '{"owner.id":1}'], [one(true), '{"owner.id":{"$gt":1}}'])).toBe("yes")
})

test.each([
  ["a field with other values", [one(true), '{"owner.id":1}'], [one(false), '{"owner.id":2}']],
  ["a relation of another cardinality", [one(true), '{"owner.id":1}'], [many, '{"owner.rank":2}']],
  ["a field in place of a relation", [one(true), '{"owner.id":1}'], [plain, '{"owner":2}']],
] as const)("there is no answer about schemas that differ: %s", (_, a, b) => {
  expect(answer(a, b)).toBe("unknown")
  expect(answer(b, a)).toBe("unknown")
})
