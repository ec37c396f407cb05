import { describe, expect, test } from "vitest"
import { hovers } from "./compiler.ts"

const prelude = `
import { type FilterInput, type Schema, defineSchema, field, omit, parseFilter, pick, safeParseFilter } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
import { assume, explain, implies } from "desk-filter/analysis"
import { customers, tags } from "desk-filter/desk"
import { fromSearchParams } from "desk-filter/query-string"
import { standardSchema } from "desk-filter/standard-schema"
const schema = defineSchema({
  /** The title of the article */
  title: field.string(),
  author: field.one({ name: field.string() }),
})
interface ArticlesSchema extends Schema<typeof schema.declarations> {}
const articles: ArticlesSchema = schema
const input = (value: FilterInput<typeof articles>) => value
const { and, eq } = filterBuilder(customers)
const visible = pick(customers, "id", "state")
const result = safeParseFilter(customers, "{}")
`

/** A line with a bar at the cursor, and the type that an editor shows there. */
const types: readonly (readonly [line: string, code: string])[] = [
  ["let |k = customers", "let k: CustomersSchema"],
  ["let |a = parseFilter(customers, '{}')", "let a: Filter<CustomersSchema>"],
  ["let |l = assume(parseFilter(customers, '{}'), { trusted: true })", "let l: Filter<CustomersSchema>"],
  [
    "let |m = implies(parseFilter(customers, '{}'), parseFilter(customers, '{}'))",
    "let m: Answer<CustomersSchema>",
  ],
  [
    "let |n = explain(parseFilter(customers, '{}'), { trusted: true })",
    "let n: Explanation<CustomersSchema>",
  ],
  ["let |b = fromSearchParams(customers, '')", "let b: Filter<CustomersSchema>"],
  ["let |c = safeParseFilter(customers, '{}')", "let c: ParseResult<CustomersSchema>"],
  ["if (result.ok) result.|filter", "(property) filter: Filter<CustomersSchema>"],
  ["let |d = filterBuilder(customers)", "let d: FilterBuilder<CustomersSchema>"],
  ["let |e = eq('id', 1)", "let e: Condition<CustomersSchema>"],
  ["let |f = and()", "let f: Filter<CustomersSchema>"],
  ["|visible", 'const visible: Picked<CustomersSchema, "id" | "state">'],
  ["let |g = omit(customers, 'password')", 'let g: Omitted<CustomersSchema, "password">'],
  ["let |h = parseFilter(visible, '{}')", 'let h: Filter<Picked<CustomersSchema, "id" | "state">>'],
  [
    "let |i = standardSchema(customers)",
    "let i: StandardSchema<string | FilterInput<CustomersSchema>, Filter<CustomersSchema>>",
  ],
  ["let |j = parseFilter(articles, '{}')", "let j: Filter<ArticlesSchema>"],
]

/** A line with a bar at the cursor, and the comment that an editor shows there. */
const comments: readonly (readonly [line: string, comment: string])[] = [
  ["input({ |title: 'x' })", "The title of the article"],
  ["input({ $or: [{ |title: 'x' }] })", "The title of the article"],
  ["parseFilter(articles, { |title: 'x' })", "The title of the article"],
  ["safeParseFilter(articles, { |title: 'x' })", "The title of the article"],
  ["parseFilter(customers, { |jobTitle: 'x' })", "The job title"],
  ["parseFilter(visible, { |id: 1 })", "The customer's id"],
  ["parseFilter(tags, { |color: 'x' })", "The colour, as #rrggbb"],
  // A field that every record has.
  ["parseFilter(tags, { |createdAt: null })", "When the record was created"],
  ["input({ title: { |$lt: 'x' } })", "True when there is a value, and it is less than the operand."],
  ["input({ 'author.name': { |$nin: [] } })", "True when not `$in`; `[]` matches everything."],
  ["input({ |$or: [] })", "True when at least one filter in the list matches; `[]` matches nothing."],
]

const found = hovers(
  prelude,
  [...types, ...comments].map(([line]) => line),
)

describe("an editor names the schema", () => {
  test.each(types.map((row, i) => [...row, i] as const))("%s", (_, code, i) => {
    expect(found[i]?.code).toBe(code)
  })
})

describe("an editor shows what fields and operators mean", () => {
  test.each(comments.map((row, i) => [...row, types.length + i] as const))("%s", (_, comment, i) => {
    expect(found[i]?.comment).toBe(comment)
  })
})
