import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import {
  compile,
  defineBackend,
  type Filter,
  type Operator,
  parseFilter,
  safeParseFilter,
} from "../../src/index.ts"
import { fromSearchParams, stringify, toSearchParams } from "../../src/query-string.ts"
import { type Dialect, dialects, toSql, toSqlTemplate } from "../../src/sql.ts"
import { filterText } from "../arbitraries/filters.ts"
import { people } from "../conformance/people.ts"
import { mappingOf } from "../engines/tables.ts"
import { runs } from "./runs.ts"

const filter = filterText.map((text) => parseFilter(people, text))

describe("query string", () => {
  test("what was written parses to the same filter, in both styles", () => {
    fc.assert(
      fc.property(filter, fc.constantFrom("compact", "explicit"), (filter, style) => {
        expect(parseFilter(people, stringify(filter, { style }))).toEqual(filter)
      }),
      runs(1000),
    )
  })

  test("the same filter is written in the same way, and compact is no longer than explicit", () => {
    fc.assert(
      fc.property(filterText, (text) => {
        const [one, other] = [parseFilter(people, text), parseFilter(people, text)]
        expect(stringify(one)).toBe(stringify(other))
        expect(stringify(one).length).toBeLessThanOrEqual(stringify(one, { style: "explicit" }).length)
      }),
      runs(500),
    )
  })

  test("survives a query", () => {
    fc.assert(
      fc.property(filter, (filter) => {
        expect(fromSearchParams(people, `page=1&${toSearchParams(filter)}`)).toEqual(filter)
      }),
      runs(500),
    )
  })
})

describe("JSON values", () => {
  test("mean what their text means, wherever both are accepted", () => {
    fc.assert(
      fc.property(filterText, (text) => {
        const fromValue = safeParseFilter(people, JSON.parse(text))
        // A number that JSON.parse has rounded is refused, as it may have been another.
        if (fromValue.ok) expect(fromValue.filter).toEqual(parseFilter(people, text))
        else expect(fromValue.error.message).toContain("2^53")
      }),
      runs(1000),
    )
  })
})

describe("the builder", () => {
  const { and, or, ...builder } = filterBuilder(people)
  // Any field and any value: what the types forbid is not written here, so they can only be in the way.
  const build = builder as unknown as Readonly<
    Record<string, (field: string, operand: unknown) => Filter<typeof people>>
  >
  const names: Readonly<Record<Operator, string>> = {
    $eq: "eq",
    $ne: "ne",
    $lt: "lt",
    $lte: "lte",
    $gt: "gt",
    $gte: "gte",
    $in: "oneOf",
    $nin: "noneOf",
    $contains: "contains",
  }
  const condition = (operator: Operator, field: string, operand: unknown) =>
    build[names[operator]]?.(field, operand) ?? builder.none
  const rebuild = defineBackend<Filter<typeof people>>({
    and: (operands) => and(...operands),
    or: (operands) => or(...operands),
    compare: ({ operator, field, value }) => condition(operator, field.name, value),
    in: ({ operator, field, values }) => condition(operator, field.name, values),
    contains: ({ operator, field, value }) => condition(operator, field.name, value),
  })

  test("makes the same filter as its text", () => {
    fc.assert(
      fc.property(filter, (filter) => {
        expect(compile(filter, rebuild)).toEqual(filter)
      }),
      runs(500),
    )
  })
})

describe("SQL", () => {
  const registry: readonly Dialect<unknown>[] = Object.values(dialects)
  const byPosition = registry.filter((dialect): dialect is Dialect => dialect.binding === "position")

  test.each(byPosition)("$name: a template is the text without the placeholders", (dialect) => {
    fc.assert(
      fc.property(filter, (filter) => {
        const { text, values } = toSql(filter, dialect, mappingOf())
        const template = toSqlTemplate(filter, dialect, mappingOf())
        expect(template.values).toEqual(values)
        expect(template.strings.raw).toEqual([...template.strings])
        const placeholders = values.map((_, i) => dialect.placeholder(i + 1, undefined))
        expect(String.raw({ raw: template.strings }, ...placeholders)).toBe(text)
      }),
      runs(300),
    )
  })

  test.each(registry)("$name: the text depends on no value", (dialect) => {
    const marker = fc.stringMatching(/^q[a-z]{8}q$/)
    const conditions = [
      (value: string) => ({ name: value }),
      (value: string) => ({ name: { $in: [value, null] } }),
      (value: string) => ({ label: { $contains: value } }),
      (value: string) => ({ "tags.name": { $nin: [value, "x"] } }),
      (value: string) => ({ $or: [{ "company.name": { $gt: value } }, { name: { $ne: value } }] }),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...conditions), marker, marker, (condition, one, other) => {
        const textOf = (value: string) =>
          toSql(parseFilter(people, condition(value)), dialect, mappingOf()).text
        expect(textOf(one)).not.toContain(one)
        expect(textOf(one)).toBe(textOf(other))
      }),
      runs(200),
    )
  })
})
