import fc from "fast-check"
import { type Field, type FieldTypeName, type Operator, operators } from "../../src/index.ts"
import { defaultLimits } from "../../src/read/limits.ts"
import { canonicalDecimal } from "../../src/text/decimal.ts"
import { people } from "../conformance/people.ts"
import { spellingPairs } from "../conformance/spellings.ts"
import { date, datetime, decimal, digits, double, text, uuid, withSpellings } from "./values.ts"

/** JSON text of values by type. */
type Values = Readonly<Record<FieldTypeName, fc.Arbitrary<string>>>

/** Whether the shortest spelling of the double is the same decimal. */
function survives(digits: string): boolean {
  return canonicalDecimal(String(Number(digits))) === canonicalDecimal(digits)
}

/** Any values that a client may write, with many that are hard to handle. */
const ordinaryValue: Values = {
  integer: fc.oneof(
    digits,
    digits.map((number) => `"${number}"`),
    fc.integer({ min: -3, max: 3 }).map((number) => `${number}.0`),
  ),
  number: double.map((number) => JSON.stringify(number)),
  string: text.map((value) => JSON.stringify(value)),
  boolean: fc.boolean().map(String),
  enum: fc.constantFrom('"agent"', '"admin"'),
  datetime: fc
    .oneof(datetime(9), fc.constantFrom("2024-02-29", "2024-02-29T01:00:00.5+01:00"))
    .map((value) => `"${value}"`),
  reference: fc.integer({ min: 0, max: 3 }).map(String),
  opaque: fc.constant("null"),
  uuid: uuid.map((value) => `"${value}"`),
  decimal: fc
    .oneof(
      decimal(10, 28),
      decimal(38, 38),
      fc.constantFrom("1e37", "-1e37", "1e-38", "-1e-38", "1e28", "-1e28", "0.00000000005", "-0.00000000005"),
    )
    // A program that reads the text with JSON.parse would round any other number.
    .chain((digits) => fc.constantFrom(`"${digits}"`, survives(digits) ? digits : `"${digits}"`)),
  date: fc
    .oneof(
      date("0000-01-01", "9999-12-31"),
      fc.constantFrom("0001-01-01", "1899-12-31", "1900-01-01", "2299-12-31", "2300-01-01"),
    )
    .map((value) => `"${value}"`),
}

/** Any values, and the spellings that filters have for values of records. */
const anyValue = Object.fromEntries(
  Object.entries(ordinaryValue).map(([type, ordinary]) => {
    const spelled = spellingPairs(type as FieldTypeName).map(({ filter }) => filter)
    return [type, withSpellings(ordinary, spelled)]
  }),
) as Values

function operand(field: Field, operator: Operator, values: Values): fc.Arbitrary<string> {
  const value = values[field.type]
  const declaration = operators[operator]
  const item =
    field.nullable && declaration.nullable
      ? fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant("null") })
      : value
  const operands: Readonly<Record<typeof declaration.operand, () => fc.Arbitrary<string>>> = {
    list: () => fc.array(item, { maxLength: 4 }).map((items) => `[${items.join()}]`),
    scalar: () => item,
  }
  return operands[declaration.operand]()
}

/** One condition: the name of a field, and the text of its value or of its operators. */
function conditionOf(fields: Iterable<Field>, values: Values) {
  return fc.constantFrom(...fields).chain((field) =>
    fc
      .uniqueArray(fc.constantFrom(...field.operators), { minLength: 1, maxLength: 2 })
      .chain((operators) =>
        fc.tuple(
          ...operators.map((operator) =>
            operand(field, operator, values).map((text) => `"${operator}":${text}`),
          ),
        ),
      )
      .map((members) => {
        const [only = ""] = members
        const bare = members.length === 1 && only.startsWith('"$eq":')
        return [field.name, bare ? only.slice(6) : `{${members.join()}}`] as const
      }),
  )
}

/** A text with more members might have more conditions on related records than `parseFilter` reads. */
const mostMembers = defaultLimits.maxRelationConditions

/** The number of members of all objects. Texts in filters can only make it greater. */
function members(text: string): number {
  return text.split('":').length - 1
}

/** The text of a valid filter within the usual limits, with any of the fields, their operators and any nesting. */
export function filterTextOf(fields: Iterable<Field>, values: Partial<Values> = {}): fc.Arbitrary<string> {
  const condition = conditionOf(fields, { ...anyValue, ...values })
  const { object } = fc.letrec<{ object: string; logical: readonly [string, string] }>((tie) => ({
    object: fc
      .uniqueArray(
        fc.oneof(
          { maxDepth: 3 },
          { weight: 4, arbitrary: condition },
          { weight: 2, arbitrary: tie("logical") },
        ),
        {
          maxLength: 3,
          selector: ([name]) => name,
        },
      )
      .map((members) => `{${members.map(([name, value]) => `"${name}":${value}`).join()}}`),
    logical: fc
      .tuple(fc.constantFrom("$and", "$or"), fc.array(tie("object"), { maxLength: 3 }))
      .map(([name, operands]) => [name, `[${operands.join()}]`] as const),
  }))
  return object.filter((text) => members(text) <= mostMembers)
}

/** The text of a valid filter of people, without the fields of one type if the engine lacks it. */
export function filterTextWithout(lacking: FieldTypeName | undefined): fc.Arbitrary<string> {
  return filterTextOf([...people.fields.values()].filter(({ type }) => type !== lacking))
}

/** The text of a valid filter of people. */
export const filterText = filterTextWithout(undefined)

/** The text of a valid filter of people, with conditions on related records only, and without fields of a type. */
export function relationFilterTextWithout(lacking: FieldTypeName | undefined): fc.Arbitrary<string> {
  return filterTextOf(
    [...people.fields.values()].filter(({ relation, type }) => relation !== undefined && type !== lacking),
  )
}

/** One condition on a person. */
export const condition = conditionOf(people.fields.values(), anyValue)
