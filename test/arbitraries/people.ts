import fc from "fast-check"
import type { FieldTypeName } from "../../src/index.ts"
import { type Person, people } from "../conformance/people.ts"
import { spellingPairs } from "../conformance/spellings.ts"
import { date, datetime, decimal, digits, double, text, uuid, withSpellings } from "./values.ts"

const id = fc.integer({ min: 0, max: 3 })

/** The values of a record by type of field. */
function recordValues(fractionDigits: number): Readonly<Record<FieldTypeName, fc.Arbitrary<unknown>>> {
  return {
    integer: digits,
    number: double,
    string: text,
    boolean: fc.boolean(),
    // Columns and APIs get new values before schemas do.
    enum: fc.constantFrom("agent", "admin", "guest"),
    datetime: datetime(fractionDigits),
    reference: fc.oneof(id, fc.record({ id, type: fc.constant("users" as const) })),
    opaque: text,
    uuid,
    // What every engine can hold in the columns of the tests.
    decimal: fc.oneof(decimal(10, 28), fc.constantFrom(0, -0, 0.1, 1.5, -1000)),
    date: date("1900-01-01", "2299-12-31"),
  }
}

type Properties = Readonly<Record<string, { readonly type: string; readonly nullable?: boolean }>>

/** Records with ids from 1. Their date-times have at most this many digits of a second. */
export function records(
  fractionDigits: number,
  { minLength = 1, maxLength = 12 }: { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<Person[]> {
  const values = recordValues(fractionDigits)
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 4 })
  /** An object with a value for each declared field. A property may be missing unless its field is not nullable. */
  const objectOf = (properties: Properties) =>
    fc.record(
      Object.fromEntries(
        Object.entries(properties).map(([name, { type, nullable = true }]) => {
          const spelled = spellingPairs(type as FieldTypeName).map(({ record }) => record)
          const value = withSpellings(values[type as FieldTypeName], spelled)
          return [name, nullable ? maybe(value) : value]
        }),
      ),
      { requiredKeys: Object.keys(properties).filter((name) => properties[name]?.nullable === false) },
    )
  const { id: _, tags, company, ...own } = people.declarations
  const person = fc
    .tuple(
      objectOf(own),
      fc.record(
        { tags: fc.array(objectOf(tags.fields), { maxLength: 3 }), company: maybe(objectOf(company.fields)) },
        { requiredKeys: [] },
      ),
    )
    .map(([properties, related]) => ({ ...properties, ...related }))
  return fc
    .array(person, { minLength, maxLength })
    .map((list) => list.map((properties, i) => ({ id: i + 1, ...properties }) as Person))
}
