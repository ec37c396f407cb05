import { expect, test } from "vitest"
import {
  compile,
  defineBackend,
  type Field,
  type FieldTypeName,
  type Operator,
  operators,
  parseFilter,
} from "../../src/index.ts"
import { fieldTypes } from "../../src/schema/types/index.ts"
import { typeOperators } from "../../src/schema/types/type-operators.ts"
import { groups } from "./cases.ts"
import { people } from "./people.ts"
import { spellingPairs } from "./spellings.ts"

/** An operator on a type of field, with null or with another value. */
type Combination = `${FieldTypeName} ${Operator}${" null" | ""}`

function combinationOf({ type }: Field, operator: Operator, operand: unknown): Combination {
  return `${type} ${operator}${operand === null ? " null" : ""}`
}

/** The combinations in a filter. */
const combinations = defineBackend<readonly Combination[]>({
  and: (operands) => operands.flat(),
  or: (operands) => operands.flat(),
  compare: ({ field, operator, value }) => [combinationOf(field, operator, value)],
  in: ({ field, operator, values }) => values.map((value) => combinationOf(field, operator, value)),
  contains: ({ field, operator, value }) => [combinationOf(field, operator, value)],
})

const covered = new Set(
  groups.flatMap(({ cases }) =>
    cases.flatMap(([text, , options]) => compile(parseFilter(people, text, options), combinations)),
  ),
)

test.each(Object.keys(fieldTypes) as FieldTypeName[])(
  "%s: each operator has a case, and each operator that takes null has one with null",
  (type) => {
    const needed = typeOperators[type].flatMap((operator): Combination[] => [
      // An opaque field takes null only.
      ...(type === "opaque" ? [] : [`${type} ${operator}` as const]),
      ...(operators[operator].nullable ? [`${type} ${operator} null` as const] : []),
    ])
    expect(needed.length).toBeGreaterThan(0)
    expect(needed.filter((combination) => !covered.has(combination))).toEqual([])
  },
)

/** Where a field of text can be, and how it can compare: a dialect and a predicate treat each differently. */
const places = {
  "that ignores case": (field: Field) => !field.caseSensitive,
  "of a relation to one": ({ relation }: Field) => relation?.cardinality === "one",
  "of a relation to many": ({ relation }: Field) => relation?.cardinality === "many",
}

test.each(Object.entries(places))("each operator on strings has a case on a field %s", (_, isThere) => {
  const onString = ({ field, operator }: { readonly field: Field; readonly operator: Operator }) =>
    field.type === "string" && isThere(field) ? [operator] : []
  const there = defineBackend<readonly Operator[]>({
    and: (operands) => operands.flat(),
    or: (operands) => operands.flat(),
    compare: onString,
    in: onString,
    contains: onString,
  })
  const tried = new Set(
    groups.flatMap(({ cases }) =>
      cases.flatMap(([text, , options]) => compile(parseFilter(people, text, options), there)),
    ),
  )
  expect(typeOperators.string.filter((operator) => !tried.has(operator))).toEqual([])
})

test.each(["$and", "$or"])("%s has cases of zero, and of two to five operands", (operator) => {
  const lengths = groups.flatMap(({ cases }) =>
    cases.flatMap(([text]) => {
      const operands: unknown = JSON.parse(text)[operator]
      return Array.isArray(operands) ? [operands.length] : []
    }),
  )
  expect(lengths).toEqual(expect.arrayContaining([0, 2, 3, 4, 5]))
})

test.each(Object.keys(fieldTypes) as FieldTypeName[])("%s: each spelling of the table has a case", (type) => {
  const fields = [...people.fields.values()].filter((field) => field.type === type)
  const texts = groups.flatMap(({ cases }) => cases.map(([text]) => text))
  for (const { filter } of spellingPairs(type))
    expect(texts.some((text) => fields.some(({ name }) => text.includes(`"${name}":${filter}}`)))).toBe(true)
})
