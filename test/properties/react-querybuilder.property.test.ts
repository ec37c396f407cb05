import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Condition, conditionValues } from "../../src/filter/filter.ts"
import {
  type Field,
  type FieldTypeName,
  type Filter,
  FilterError,
  parseFilter,
  safeParseFilter,
  type Value,
} from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { fromRuleGroup, toFields, toRuleGroup } from "../../src/react-querybuilder.ts"
import { comparableOf } from "../../src/schema/comparable.ts"
import { type Comparable, compareComparables } from "../../src/schema/comparison-form.ts"
import { filterText } from "../arbitraries/filters.ts"
import { records } from "../arbitraries/people.ts"
import { people } from "../conformance/people.ts"
import { runs } from "./runs.ts"

type Matches = (record: object) => boolean

interface Rule {
  readonly field: string
  readonly operator: string
  readonly value: unknown
}

interface Group {
  readonly combinator?: "and" | "or"
  readonly not?: boolean
  readonly rules: readonly (Rule | Group | "and" | "or")[]
}

/** The operators that each field offers. */
const offered: ReadonlyMap<string, readonly string[]> = new Map(
  toFields(people)
    .flatMap(({ options }) => options)
    .map(({ name, operators = [] }) => [name, operators.map((one) => (one as { name: string }).name)]),
)

const filter = filterText.map((text) => parseFilter(people, text))

describe("toRuleGroup", () => {
  test("a filter survives as rules, and as their JSON", () => {
    fc.assert(
      fc.property(filter, records(9), (filter, records) => {
        const rules: unknown = JSON.parse(JSON.stringify(toRuleGroup(filter)))
        const [before, after] = [toPredicate(filter), toPredicate(fromRuleGroup(people, rules))]
        for (const record of records) expect(after(record)).toBe(before(record))
      }),
      runs(2000),
    )
  })

  test("every rule has an operator that the field offers, and no group is empty", () => {
    const check = ({ rules }: Group): void => {
      expect(rules).not.toEqual([])
      for (const item of rules as readonly (Rule | Group)[])
        if ("rules" in item) check(item)
        else if (!item.field.startsWith("$")) expect(offered.get(item.field)).toContain(item.operator)
    }
    fc.assert(
      fc.property(filter, (filter) => check(toRuleGroup(filter) as Group)),
      runs(1000),
    )
  })
})

const values: Readonly<Record<FieldTypeName, fc.Arbitrary<string | number | boolean>>> = {
  integer: fc.constantFrom(-1, 0, 1, 2, "1", "9007199254740993"),
  number: fc.constantFrom(-0.5, 0, 1, "1", "1e2"),
  string: fc.constantFrom("a", "b", "ab", "A", " ", "a%", "\u{10ffff}", "\ud7ff"),
  boolean: fc.constantFrom(true, false, "true", "false"),
  enum: fc.constantFrom("agent", "admin"),
  datetime: fc.constantFrom("2024-02-29T00:00:00Z", "2024-02-29T12:00:00.5Z", "1999-01-01T00:00:00Z"),
  reference: fc.constantFrom(0, 1, "2"),
  opaque: fc.constant("x"),
  uuid: fc.constantFrom("00000000-0000-0000-0000-000000000000", "6f9619ff-8b86-d011-b42d-00c04fc964ff"),
  decimal: fc.constantFrom("-0.5", "0", "1.50", 2),
  date: fc.constantFrom("2024-02-29", "1999-12-31"),
}

const operators = [
  ...["=", "!=", "<", "<=", ">", ">=", "contains", "beginsWith", "doesNotBeginWith", "null", "notNull"],
  ...["in", "notIn", "between", "notBetween"],
]

const rule: fc.Arbitrary<Rule> = fc.constantFrom(...people.fields.values()).chain((field) =>
  fc.constantFrom(...operators).chain((operator) => {
    const value = values[field.type]
    const form = /in$/i.test(operator)
      ? fc.array(value, { minLength: 1, maxLength: 3 })
      : /between/i.test(operator)
        ? value.chain((first) => value.map((second) => inOrder(field, first, second)))
        : value
    return form.map((value) => ({ field: field.name, operator, value }))
  }),
)

/** Two values in the order of their field. What is no value of the field stays. */
function inOrder(field: Field, first: unknown, second: unknown): readonly unknown[] {
  const read = safeParseFilter(people, {
    [field.name]: { $in: [first, second].map((end) => readValue(field.name, end)) },
  })
  if (!read.ok) return [first, second]
  const [one, other] = conditionValues(read.filter as Condition).map((value) =>
    comparableOf(field, value as Value),
  )
  return compareComparables(one as Comparable, other as Comparable) > 0 ? [second, first] : [first, second]
}

const { group } = fc.letrec<{ group: Group; item: Rule | Group }>((tie) => ({
  item: fc.oneof({ maxDepth: 3 }, { weight: 3, arbitrary: rule }, tie("group")),
  group: fc.oneof(
    fc.record(
      {
        combinator: fc.constantFrom("and" as const, "or" as const),
        rules: fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
        not: fc.boolean(),
      },
      { requiredKeys: ["combinator", "rules"] },
    ),
    fc.record({
      rules: fc
        .array(fc.tuple(tie("item"), fc.constantFrom("and" as const, "or" as const)), {
          minLength: 1,
          maxLength: 4,
        })
        .map((pairs) => pairs.flat().slice(0, -1)),
      not: fc.boolean(),
    }),
  ),
}))

/** What a query means, from the meaning of single conditions. */
function meaning(item: Rule | Group): Matches {
  if (!("rules" in item)) return meaningOfRule(item)
  const { combinator, not = false } = item
  const parts = item.rules.filter((part) => typeof part !== "string").map(meaning)
  const joins = item.rules.filter((part) => typeof part === "string")
  return (record) => {
    const answers = parts.map((matches) => matches(record))
    const joined =
      combinator === "and"
        ? answers.every(Boolean)
        : combinator === "or"
          ? answers.some(Boolean)
          : // JavaScript's && binds tighter than ||, too.
            Boolean(
              new Function(`return ${answers.map((answer, i) => `${answer} ${word(joins[i])}`).join(" ")}`)(),
            )
    return joined !== not
  }
}

function word(join: "and" | "or" | undefined): string {
  return join === undefined ? "" : join === "and" ? "&&" : "||"
}

function meaningOfRule({ field, operator, value }: Rule): Matches {
  const [first, second] = [value].flat()
  const one = (operator: string, operand: unknown) => condition(field, operator, operand)
  const meanings: Readonly<Record<string, () => Matches>> = {
    "=": () => one("$eq", first),
    "!=": () => one("$ne", first),
    "<": () => one("$lt", first),
    "<=": () => one("$lte", first),
    ">": () => one("$gt", first),
    ">=": () => one("$gte", first),
    contains: () => one("$contains", first),
    null: () => one("$eq", null),
    notNull: () => one("$ne", null),
    in: () => some([value].flat().map((item) => one("$eq", item))),
    notIn: () => none([value].flat().map((item) => one("$eq", item))),
    between: () => every([one("$gte", first), one("$lte", second)]),
    notBetween: () => none([every([one("$gte", first), one("$lte", second)])]),
    beginsWith: () => startsWith(field, String(first)),
    doesNotBeginWith: () => none([startsWith(field, String(first))]),
  }
  return (meanings[operator] as () => Matches)()
}

const some = (all: readonly Matches[]) => (record: object) => all.some((matches) => matches(record))
const every = (all: readonly Matches[]) => (record: object) => all.every((matches) => matches(record))
const none = (all: readonly Matches[]) => (record: object) => !some(all)(record)

function condition(field: string, operator: string, operand: unknown): Matches {
  return toPredicate(parseFilter(people, { [field]: { [operator]: readValue(field, operand) } }))
}

/** The value of a field that a text stands for. */
function readValue(field: string, text: unknown): unknown {
  const { type } = people.fields.get(field) ?? {}
  if (type === "number" && typeof text === "string") return Number(text)
  if (type === "boolean" && typeof text === "string") return text === "true"
  return text
}

/** The text of one property, which has no relation to many. */
function startsWith(field: string, prefix: string): Matches {
  const fold = (text: string) =>
    people.fields.get(field)?.caseSensitive ? text : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return (record) => {
    const text = field
      .split(".")
      .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record)
    return typeof text === "string" && fold(text).startsWith(fold(prefix))
  }
}

describe("fromRuleGroup", () => {
  test("a query means what its rules mean, or is refused", () => {
    let translated = 0
    fc.assert(
      fc.property(group, records(9), (group, records) => {
        let filter: Filter
        try {
          filter = fromRuleGroup(people, group) as Filter
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError)
          return
        }
        translated++
        const [keeps, means] = [toPredicate(filter), meaning(group)]
        for (const record of records) expect(keeps(record)).toBe(means(record))
      }),
      runs(4000),
    )
    expect(translated).toBeGreaterThan(0)
  })

  test("a rule with an operator that the field offers is never refused, alone or negated", () => {
    fc.assert(
      fc.property(rule, (rule) => {
        const isOffered = offered.get(rule.field)?.includes(rule.operator) ?? false
        const read = () => fromRuleGroup(people, { combinator: "and", rules: [rule] })
        if (isOffered) expect(read).not.toThrow()
        else expect(read).toThrow(FilterError)
      }),
      runs(2000),
    )
  })

  test("any value is a filter or a FilterError", () => {
    const some = fc.oneof(
      fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true }),
      fc.record(
        {
          combinator: fc.anything(),
          not: fc.anything(),
          rules: fc.array(
            fc.oneof(
              fc.anything(),
              fc.record(
                { field: fc.anything(), operator: fc.constantFrom(...operators), value: fc.anything() },
                { requiredKeys: [] },
              ),
              fc.tuple(rule, fc.anything()).map(([rule, value]) => ({ ...rule, value })),
            ),
          ),
        },
        { requiredKeys: ["rules"] },
      ),
    )
    fc.assert(
      fc.property(some, fc.constantFrom("error" as const, "skip" as const), (group, incomplete) => {
        try {
          fromRuleGroup(people, group, { incomplete })
        } catch (error) {
          if (!(error instanceof FilterError)) throw error
        }
      }),
      runs(2000),
    )
  })
})
