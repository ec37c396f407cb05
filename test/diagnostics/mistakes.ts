import { filterBuilder } from "../../src/builder.ts"
import {
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticParams,
  defineSchema,
  FilterError,
  field,
  type ParseOptions,
  parseFilter,
} from "../../src/index.ts"
import { fromSearchParams, stringify, toSearchParams } from "../../src/query-string.ts"
import { fromRuleGroup } from "../../src/react-querybuilder.ts"
import { postgres, sqlite, toSql } from "../../src/sql.ts"

/** Which of the messages of its code a diagnostic has: its reason or its limit, or `only`. */
type Variant<Params> = Params extends { readonly reason: infer Reason extends string }
  ? Reason
  : Params extends { readonly limit: infer Limit extends string }
    ? Limit
    : "only"

/** The params of one message. */
type ParamsOf<Code extends DiagnosticCode, Name> = DiagnosticParams[Code] extends infer Params
  ? Params extends unknown
    ? Name extends Variant<Params>
      ? Params
      : never
    : never
  : never

/** A mistake, and the params that its diagnostic has. */
export interface Example<Params> {
  readonly make: () => unknown
  readonly params: Params
}

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  score: field.number(),
  name: field.string(),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  country: field.enum(Array.from({ length: 25 }, (_, i) => `country ${i + 1}`)),
  seenAt: field.datetime(),
  ref: field.uuid(),
  price: field.decimal(),
  born: field.date(),
  companies: field.many({ id: field.integer(), name: field.string() }),
})
const build = filterBuilder(schema)
const untyped = build as unknown as Readonly<Record<string, (field: unknown, value: unknown) => unknown>>
const parse = (input: unknown, options?: ParseOptions) => () => parseFilter(schema, input, options)
const limited = (input: unknown, limits: ParseOptions["limits"] = {}) => parse(input, { limits })

const fromRules = (group: unknown) => () => fromRuleGroup(schema, group)
const fromRule = (rule: unknown) => fromRules({ combinator: "and", rules: [rule] })

/** A filter that nests too deep for a text and for SQLite, although `and` and `or` accept it. */
const deep = () => {
  let filter = build.all
  const conditions = Array.from({ length: 300 }, (_, id) => build.eq("id", id))
  for (let i = 0; i < 100; i++)
    filter = build.or(build.and(build.or(build.eq("id", 1), build.eq("id", 2)), filter), ...conditions)
  return filter
}

/** One mistake for each message. The compiler asks for the mistake of a message that is missing. */
export const mistakes: {
  readonly [Code in DiagnosticCode]: {
    readonly [Name in Variant<DiagnosticParams[Code]>]: Example<ParamsOf<Code, Name>>
  }
} = {
  syntax: {
    "unexpected-token": {
      make: parse('{"id":1,}'),
      params: {
        reason: "unexpected-token",
        expected: ["field-name"],
        found: "}",
        remedy: { remove: "," },
      },
    },
    "unexpected-character": {
      make: parse('{"id":%}'),
      params: { reason: "unexpected-character", expected: ["value"], found: "% (U+0025)" },
    },
    "unexpected-end": {
      make: parse('{"id":1'),
      params: { reason: "unexpected-end", expected: [",", "}"], remedy: { add: "}" } },
    },
    "empty-text": { make: parse(" "), params: { reason: "empty-text" } },
    "unclosed-string": { make: parse('{"name":"a}'), params: { reason: "unclosed-string" } },
    "invalid-escape": {
      make: parse('{"name":"\\x"}'),
      params: { reason: "invalid-escape", found: "x (U+0078)" },
    },
    "unescaped-character": {
      make: parse('{"name":"a\nb"}'),
      params: { reason: "unescaped-character", found: "U+000A", replacement: "\\n" },
    },
    "not-json": { make: parse({ id: undefined }), params: { reason: "not-json", found: "undefined" } },
    hole: { make: parse({ id: { $in: Array(1) } }), params: { reason: "hole" } },
    "checked-filter": { make: parse(build.all), params: { reason: "checked-filter" } },
    "symbol-name": { make: parse({ [Symbol("id")]: 1 }), params: { reason: "symbol-name" } },
    unreadable: {
      make: parse({
        get id() {
          throw new Error("unreadable")
        },
      }),
      params: { reason: "unreadable" },
    },
  },
  "duplicate-key": {
    name: { make: parse('{"id":1,"id":2}'), params: { reason: "name", found: '"id"' } },
    parameter: {
      make: () => fromSearchParams(schema, "filter={}&filter={}"),
      params: { reason: "parameter", parameter: "filter" },
    },
  },
  "missing-filter": {
    only: {
      make: () => fromSearchParams(schema, "page=1", { required: true }),
      params: { parameter: "filter" },
    },
  },
  "unknown-parameter": {
    spelling: {
      make: () => fromSearchParams(schema, "Filter={}"),
      params: { reason: "spelling", found: '"Filter"', parameter: "filter" },
    },
    misplaced: {
      make: () => fromSearchParams(schema, "?page=1?filter={}"),
      params: { reason: "misplaced", found: '"filter"' },
    },
    unnamed: {
      make: () => fromSearchParams(schema, '{"id":1}'),
      params: { reason: "unnamed", parameter: "filter" },
    },
  },
  "invalid-encoding": {
    only: { make: () => fromSearchParams(schema, "filter=%E9"), params: { found: "%E9" } },
  },
  "unknown-field": {
    unknown: {
      make: parse('{"scor":1}'),
      params: { reason: "unknown", found: '"scor"', suggestions: ["score"] },
    },
    "not-a-string": {
      make: () => untyped.eq?.(["id"], 1),
      params: { reason: "not-a-string", found: "list" },
    },
  },
  "unknown-operator": {
    unknown: {
      make: parse('{"name":{"$contain":"a"}}'),
      params: { reason: "unknown", found: '"$contain"', suggestions: ["$contains"] },
    },
    "not-an-operator": {
      make: parse('{"id":{"gte":1}}'),
      params: { reason: "not-an-operator", field: "id", found: '"gte"', suggestions: ["$gte"] },
    },
    "inside-field": {
      make: parse('{"id":{"$or":[1]}}'),
      params: { reason: "inside-field", field: "id", operator: "$or" },
    },
    "outside-field": { make: parse('{"$gt":1}'), params: { reason: "outside-field", operator: "$gt" } },
  },
  "unsupported-operator": {
    only: { make: parse('{"id":{"$exists":true}}'), params: { operator: "$exists" } },
  },
  "operator-not-allowed": {
    only: {
      make: parse('{"active":{"$gt":true}}'),
      params: { field: "active", type: "boolean", operator: "$gt", allowed: ["$eq", "$ne", "$in", "$nin"] },
    },
  },
  "type-mismatch": {
    filter: { make: parse("[]"), params: { reason: "filter", found: "list" } },
    filters: { make: parse('{"$or":{}}'), params: { reason: "filters", operator: "$or", found: "object" } },
    field: { make: parse('{"id":[1]}'), params: { reason: "field", field: "id", found: "list" } },
    list: {
      make: parse('{"id":{"$in":5}}'),
      params: { reason: "list", field: "id", operator: "$in", found: "number" },
    },
    scalar: {
      make: parse('{"id":{"$gt":{}}}'),
      params: { reason: "scalar", field: "id", operator: "$gt", found: "object" },
    },
    item: {
      make: parse('{"id":{"$in":[{}]}}'),
      params: { reason: "item", field: "id", operator: "$in", found: "object" },
    },
    value: {
      make: parse('{"id":1.5}'),
      params: { reason: "value", field: "id", expected: "integer", found: "fraction" },
    },
    listed: {
      make: parse('{"role":1}'),
      params: { reason: "listed", field: "role", allowed: ["agent", "admin"], more: 0, found: "number" },
    },
    hole: { make: () => build.oneOf("id", Array(1)), params: { reason: "hole", field: "id" } },
  },
  "invalid-value": {
    "not-listed": {
      make: parse('{"country":"contry 1"}'),
      params: {
        reason: "not-listed",
        field: "country",
        found: '"contry 1"',
        allowed: Array.from({ length: 20 }, (_, i) => `country ${i + 1}`),
        more: 5,
        suggestions: ["country 1", "country 10", "country 11", "country 12", "country 13"],
      },
    },
    "not-a-datetime": {
      make: parse('{"seenAt":"today"}'),
      params: { reason: "not-a-datetime", field: "seenAt", found: '"today"' },
    },
    "not-a-date": {
      make: parse('{"born":"today"}'),
      params: { reason: "not-a-date", field: "born", found: '"today"' },
    },
    "date-with-time": {
      make: parse('{"born":"2024-02-29T12:30:00Z"}'),
      params: { reason: "date-with-time", field: "born", found: '"2024-02-29T12:30:00Z"' },
    },
    "not-a-uuid": {
      make: parse('{"ref":"7"}'),
      params: { reason: "not-a-uuid", field: "ref", found: '"7"' },
    },
    "decimal-digits": {
      make: parse('{"price":1e38}'),
      params: { reason: "decimal-digits", field: "price" },
    },
    "integer-range": {
      make: parse('{"id":9223372036854775808}'),
      params: { reason: "integer-range", field: "id" },
    },
    "number-range": { make: parse('{"score":1e999}'), params: { reason: "number-range", field: "score" } },
    "bigint-range": { make: parse({ price: 2n ** 127n }), params: { reason: "bigint-range" } },
    "lost-digits": { make: parse({ id: 2 ** 53 }), params: { reason: "lost-digits", field: "id" } },
    "nul-character": {
      make: parse('{"name":"\\u0000"}'),
      params: { reason: "nul-character", field: "name" },
    },
    "lone-surrogate": {
      make: parse('{"name":"\\ud800"}'),
      params: { reason: "lone-surrogate", field: "name" },
    },
    backend: {
      make: () => {
        const params = { reason: "backend", field: "name" } as const
        throw new FilterError([
          { code: "invalid-value", message: "Field name is too long", params, path: [] },
        ])
      },
      params: { reason: "backend", field: "name" },
    },
  },
  "null-not-allowed": {
    field: { make: parse('{"id":null}'), params: { reason: "field", field: "id" } },
    operator: {
      make: parse('{"score":{"$gt":null}}'),
      params: { reason: "operator", field: "score", operator: "$gt" },
    },
  },
  "empty-operators": {
    field: { make: parse('{"name":{}}'), params: { reason: "field", field: "name", nullable: true } },
    list: {
      make: parse('{"$or":[]}', { emptyOr: "error" }),
      params: { reason: "list", operator: "$or" },
    },
  },
  "limit-exceeded": {
    maxLength: {
      make: limited('{"id":1}', { maxLength: 5 }),
      params: { limit: "maxLength", maximum: 5 },
    },
    maxDepth: {
      make: limited('{"id":{"$gt":1}}', { maxDepth: 1 }),
      params: { limit: "maxDepth", maximum: 1 },
    },
    maxNodes: {
      make: limited('{"id":1,"name":"a"}', { maxNodes: 1 }),
      params: { limit: "maxNodes", maximum: 1 },
    },
    maxListLength: {
      make: limited({ id: { $in: [1, 2] } }, { maxListLength: 1 }),
      params: { limit: "maxListLength", maximum: 1 },
    },
    maxRelationConditions: {
      make: limited('{"companies.id":{"$gt":1,"$lt":5}}', { maxRelationConditions: 1 }),
      params: { limit: "maxRelationConditions", maximum: 1 },
    },
    maxDiagnostics: {
      make: limited('{"a":1,"b":1}', { maxDiagnostics: 1 }),
      params: { limit: "maxDiagnostics", maximum: 1 },
    },
    maxGuardSteps: {
      make: parse('{"id":1}', { requireSelective: true, limits: { maxGuardSteps: 1 } }),
      params: { limit: "maxGuardSteps", maximum: 1 },
    },
    maxQueryLength: {
      make: () => toSearchParams(parseFilter(schema, '{"id":1}'), { maxLength: 10 }),
      params: { limit: "maxQueryLength", maximum: 10, actual: 25 },
    },
    maxTextDepth: {
      make: () => stringify(deep()),
      params: { limit: "maxTextDepth", maximum: 256 },
    },
    maxParameters: {
      make: () => toSql(build.eq("id", 1), postgres, undefined, { firstParameter: 65_536 }),
      params: { limit: "maxParameters", database: "PostgreSQL", maximum: 65_535, actual: 65_536 },
    },
    maxStatementDepth: {
      make: () => toSql(deep(), sqlite),
      params: { limit: "maxStatementDepth", database: "SQLite", maximum: 1000, actual: 2308 },
    },
  },
  "matches-everything": { only: { make: parse("{}", { requireSelective: true }), params: {} } },
  "invalid-model": {
    only: { make: fromRules({ rules: {} }), params: { expected: "list", found: "object" } },
  },
  "incomplete-rule": {
    rules: { make: fromRules({ combinator: "and", rules: [] }), params: { reason: "rules" } },
    field: { make: fromRule({ operator: "=", value: 1 }), params: { reason: "field" } },
    operator: { make: fromRule({ field: "id", value: 1 }), params: { reason: "operator" } },
    value: { make: fromRule({ field: "id", operator: "=", value: "" }), params: { reason: "value" } },
  },
  untranslatable: {
    only: {
      make: fromRule({ field: "name", operator: "endsWith", value: "a" }),
      params: { found: '"endsWith"' },
    },
  },
}

/** The mistakes with their codes. */
export const allMistakes: readonly (readonly [code: string, variant: string, Example<object>])[] =
  Object.entries(mistakes).flatMap(([code, variants]) =>
    Object.entries<Example<object>>(variants).map(([variant, example]) => [code, variant, example] as const),
  )

/** The diagnostics of the error that the function throws. */
export function diagnosticsOf(make: () => unknown): readonly Diagnostic[] {
  try {
    make()
  } catch (error) {
    if (error instanceof FilterError) return error.diagnostics
    throw error
  }
  throw new Error("There should be a mistake")
}
