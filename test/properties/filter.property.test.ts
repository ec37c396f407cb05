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
  test("the text of a filter parses to the same filter, in both styles", () => {
    fc.assert(
      fc.property(filter, fc.constantFrom("compact", "explicit"), (filter, style) => {
        expect(parseFilter(people, stringify(filter, { style }))).toEqual(filter)
      }),
      runs(1000),
    )
  })

  test("equal filters have equal texts, and compact is not longer than explicit", () => {
    fc.assert(
      fc.property(filterText, (text) => {
        const [one, other] = [parseFilter(people, text), parseFilter(people, text)]
        expect(stringify(one)).toBe(stringify(other))
        expect(stringify(one).length).toBeLessThanOrEqual(stringify(one, { style: "explicit" }).length)
      }),
      runs(500),
    )
  })

  test("a filter survives a query string", () => {
    fc.assert(
      fc.property(filter, (filter) => {
        expect(fromSearchParams(people, `page=1&${toSearchParams(filter)}`)).toEqual(filter)
      }),
      runs(500),
    )
  })
})

describe("JSON values", () => {
  test("have the same meaning as their text, if both are accepted", () => {
    fc.assert(
      fc.property(filterText, (text) => {
        const fromValue = safeParseFilter(people, JSON.parse(text))
        // A number that JSON.parse may have rounded is rejected.
        if (fromValue.ok) expect(fromValue.filter).toEqual(parseFilter(people, text))
        else expect(fromValue.error.message).toContain("2^53")
      }),
      runs(1000),
    )
  })
})

describe("the builder", () => {
  const { and, or, ...builder } = filterBuilder(people)
  // The filters are valid already, so the types of the builder are not needed here.
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

  /** SQLite has no decimals. */
  const mappingFor = (dialect: Dialect<unknown>) =>
    mappingOf(undefined, undefined, dialect === dialects.sqlite ? 2 : undefined)

  test.each(byPosition)("$name: a template is the text without the placeholders", (dialect) => {
    fc.assert(
      fc.property(
        filterText.map((text) => parseFilter(people, text)),
        (filter) => {
          const { text, values } = toSql(filter, dialect, mappingFor(dialect))
          const template = toSqlTemplate(filter, dialect, mappingFor(dialect))
          expect(template.values).toEqual(values)
          expect(template.strings.raw).toEqual([...template.strings])
          const placeholders = values.map((_, i) => dialect.placeholder(i + 1, undefined))
          expect(String.raw({ raw: template.strings }, ...placeholders)).toBe(text)
        },
      ),
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
          toSql(parseFilter(people, condition(value)), dialect, mappingFor(dialect)).text
        expect(textOf(one)).not.toContain(one)
        expect(textOf(one)).toBe(textOf(other))
      }),
      runs(200),
    )
  })
})
