import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  disjoint,
  equal,
  equivalent,
  implies,
  matchesEverything,
  matchesNothing,
  simplify,
} from "../../src/analysis.ts"
import { filterBuilder } from "../../src/builder.ts"
import { and, type Condition, or } from "../../src/filter/filter.ts"
import { fold } from "../../src/filter/fold.ts"
import { defineSchema, type Filter, field, parseFilter, type Schema } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { negationOf, type OrderOperator } from "../../src/schema/operators.ts"
import { filterText, filterTextOf } from "../arbitraries/filters.ts"
import { records } from "../arbitraries/people.ts"
import { people } from "../conformance/people.ts"
import { runs } from "./runs.ts"

/** Few fields with few values each, so that filters often imply each other. */
const few = defineSchema({
  n: field.integer(),
  b: field.boolean({ nullable: false }),
  s: field.string({
    operators: ["$eq", "$ne", "$lt", "$lte", "$gt", "$gte", "$in", "$nin"],
    caseSensitive: false,
  }),
  d: field.decimal({ nullable: false }),
  e: field.enum(["x", "y"]),
})
const values = {
  integer: fc.integer({ min: 0, max: 2 }).map(String),
  string: fc.constantFrom('"a"', '"B"', '"b"'),
  boolean: fc.boolean().map(String),
  enum: fc.constantFrom('"x"', '"y"'),
  decimal: fc.constantFrom("0.1", "0.10", '"2"'),
}
const scalar = filterTextOf(few.fields.values(), values).map((text): Filter => parseFilter(few, text))

/** The same with texts inside texts and relations. */
const related = defineSchema({
  ...few.declarations,
  s: field.string(),
  many: field.many({ n: field.integer(), b: field.boolean({ nullable: false }), s: field.string() }),
  one: field.one({ n: field.integer(), e: field.enum(["x", "y"]) }),
})
/** Two filters of one schema. */
const pair = fc.oneof(
  pairOf(related, filterTextOf(related.fields.values(), values)),
  pairOf(people, filterText),
)
/** The same filter twice, read anew. */
const twin = fc.oneof(
  filterTextOf(related.fields.values(), values).map((text) => twice(related, text)),
  filterText.map((text) => twice(people, text)),
)

function pairOf(schema: Schema, text: fc.Arbitrary<string>) {
  const filter = text.map((text): Filter => parseFilter(schema, text))
  return fc.tuple(filter, filter)
}

function twice(schema: Schema, text: string): readonly [Filter, Filter] {
  return [parseFilter(schema, text), parseFilter(schema, text)]
}

const { all } = filterBuilder(few)
const isYes = ({ answer }: { readonly answer: string }) => answer === "yes"

describe("of filters on scalar fields,", () => {
  test("every question is answered, and a record that refutes does so", () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const [matchesA, matchesB] = [toPredicate(a), toPredicate(b)]
        const implication = implies(a, b)
        const disjointness = disjoint(a, b)
        const equivalence = equivalent(a, b)
        for (const { answer } of [implication, disjointness, equivalence])
          expect(answer).toBeOneOf(["yes", "no"])
        if (implication.answer === "no") {
          const { record } = implication
          expect([matchesA(record), matchesB(record)]).toEqual([true, false])
        }
        if (disjointness.answer === "no") {
          const { record } = disjointness
          expect([matchesA(record), matchesB(record)]).toEqual([true, true])
        }
        if (equivalence.answer === "no") {
          const { record } = equivalence
          expect(matchesA(record)).toBe(!matchesB(record))
        }
      }),
      runs(200),
    )
  })

  test("implication is transitive", () => {
    fc.assert(
      fc.property(scalar, scalar, scalar, (a, b, c) => {
        if (isYes(implies(a, b)) && isYes(implies(b, c))) expect(implies(a, c)).toEqual({ answer: "yes" })
        // Few of three filters imply each other. These do.
        expect(implies(and([a, b]), a)).toEqual({ answer: "yes" })
        expect(implies(a, or([c, a]))).toEqual({ answer: "yes" })
        expect(implies(and([a, b]), or([c, a]))).toEqual({ answer: "yes" })
      }),
      runs(200),
    )
  })

  test("filters that imply each other are equivalent, and only those", () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        expect(isYes(equivalent(a, b))).toBe(isYes(implies(a, b)) && isYes(implies(b, a)))
        expect(equal(a, b)).toBe(isYes(equivalent(a, b)))
      }),
      runs(200),
    )
  })

  test("what implies another still does so inside a conjunction and a disjunction", () => {
    fc.assert(
      fc.property(scalar, scalar, scalar, (a, b, c) => {
        // The first of these two implies the second one.
        const [stronger, weaker] = isYes(implies(a, b)) ? [a, b] : [and([a, b]), b]
        expect(implies(and([stronger, c]), and([weaker, c]))).toEqual({ answer: "yes" })
        expect(implies(or([stronger, c]), or([weaker, c]))).toEqual({ answer: "yes" })
      }),
      runs(200),
    )
  })

  test("filters are disjoint where one implies the negation of the other", () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        expect(isYes(disjoint(a, b))).toBe(isYes(implies(a, negated(b))))
        expect(disjoint(a, negated(a))).toEqual({ answer: "yes" })
        expect(equivalent(a, negated(negated(a)))).toEqual({ answer: "yes" })
      }),
      runs(200),
    )
  })

  test("a filter matches everything if every filter implies it, and nothing if it is disjoint with every filter", () => {
    fc.assert(
      fc.property(scalar, (filter) => {
        expect(matchesEverything(filter)).toBe(isYes(implies(all, filter)))
        expect(matchesNothing(filter)).toBe(isYes(disjoint(filter, all)))
        expect(matchesEverything(or([filter, negated(filter)]))).toBe(true)
        expect(matchesNothing(and([filter, negated(filter)]))).toBe(true)
      }),
      runs(200),
    )
  })

  test("a simplified filter is equivalent", () => {
    fc.assert(
      fc.property(scalar, (filter) => {
        expect(equivalent(filter, simplify(filter))).toEqual({ answer: "yes" })
      }),
      runs(200),
    )
  })
})

describe("of filters on any fields,", () => {
  test("a filter implies itself", () => {
    fc.assert(
      fc.property(twin, ([filter, same]) => {
        expect(implies(filter, same)).toEqual({ answer: "yes" })
        expect(equivalent(filter, same)).toEqual({ answer: "yes" })
      }),
      runs(200),
    )
  })

  test("a simplified filter is never another one", () => {
    fc.assert(
      fc.property(twin, ([filter]) => {
        expect(equivalent(filter, simplify(filter)).answer).not.toBe("no")
      }),
      runs(200),
    )
  })

  test("disjointness and equivalence are symmetric", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(disjoint(a, b).answer).toBe(disjoint(b, a).answer)
        expect(equivalent(a, b).answer).toBe(equivalent(b, a).answer)
      }),
      runs(200),
    )
  })

  test("no value and no related record can be left out of a record that refutes", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const decision = implies(a, b)
        if (decision.answer !== "no") return
        const [matchesA, matchesB] = [toPredicate(a), toPredicate(b)]
        for (const smaller of smallerThan(decision.record))
          expect(matchesA(smaller) && !matchesB(smaller)).toBe(false)
      }),
      runs(200),
    )
  })

  test("no record contradicts an answer", () => {
    const filter = filterText.map((text): Filter => parseFilter(people, text))
    fc.assert(
      fc.property(filter, filter, records(9), (a, b, records) => {
        const [matchesA, matchesB] = [toPredicate(a), toPredicate(b)]
        const [either, both] = [or([a, b]), and([a, b])]
        for (const [stronger, weaker] of [
          [a, b],
          [both, a],
          [a, either],
          [both, either],
        ] as const) {
          const decision = implies(stronger, weaker)
          const [isStronger, isWeaker] = [toPredicate(stronger), toPredicate(weaker)]
          if (decision.answer === "yes")
            for (const record of records) expect(isStronger(record) && !isWeaker(record)).toBe(false)
          if (decision.answer === "no")
            expect([isStronger(decision.record), isWeaker(decision.record)]).toEqual([true, false])
        }
        const decision = disjoint(a, b)
        if (decision.answer === "yes")
          for (const record of records) expect(matchesA(record) && matchesB(record)).toBe(false)
        if (decision.answer === "no")
          expect([matchesA(decision.record), matchesB(decision.record)]).toEqual([true, true])
      }),
      runs(200),
    )
  })

  test("a smaller budget gives the same answer, or none", () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 1, max: 50 }), ([a, b], budget) => {
        for (const ask of [implies, disjoint, equivalent])
          expect(ask(a, b, { budget }).answer).toBeOneOf([ask(a, b).answer, "unknown"])
      }),
      runs(200),
    )
  })
})

/** Fields that always have a value. */
const REQUIRED = ["id", "b", "d", "size"]

/** The record without one of its values, or without one of its related records, or without one of their values. */
function smallerThan(record: object): readonly object[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const others: readonly unknown[] = Array.isArray(value)
      ? value.flatMap((row, i) => [undefined, ...smallerThan(row)].map((smaller) => value.with(i, smaller)))
      : typeof value === "object" && value !== null
        ? smallerThan(value)
        : []
    const without = REQUIRED.includes(name) ? [] : [undefined]
    return [...without, ...others].map((smaller) => ({ ...record, [name]: smaller }))
  })
}

/** The filter that matches all other records. */
function negated(filter: Filter): Filter {
  return fold<Filter>(filter, {
    and: (operands) => or([...operands]),
    or: (operands) => and([...operands]),
    condition: negatedCondition,
  })
}

const opposites: Readonly<Record<OrderOperator, OrderOperator>> = {
  $lt: "$gte",
  $lte: "$gt",
  $gt: "$lte",
  $gte: "$lt",
}

function negatedCondition({ field, operator, ...condition }: Condition): Filter {
  const negation = negationOf(operator)
  const operand = "values" in condition ? condition.values : condition.value
  if (negation !== undefined) return written(field.name, negation, operand)
  const opposite = written(field.name, opposites[operator as OrderOperator], operand)
  // Null satisfies no order.
  return field.nullable ? or([opposite, written(field.name, "$eq", null)]) : opposite
}

function written(name: string, operator: string, operand: unknown): Filter {
  return parseFilter(few, { [name]: { [operator]: operand } } as never)
}
