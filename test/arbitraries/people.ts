import fc from "fast-check"
import type { Company, Person, Tag } from "../conformance/people.ts"
import { datetime, digits, double, text } from "./values.ts"

/** Records with ids from 1; their date-times have at most this many digits of a second. */
export function records(
  fractionDigits: number,
  { minLength = 1, maxLength = 12 }: { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<Person[]> {
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 4 })
  const tag: fc.Arbitrary<Tag> = fc.record(
    { name: maybe(text), label: maybe(text), rank: maybe(digits), at: maybe(datetime(fractionDigits)) },
    { requiredKeys: [] },
  )
  const company: fc.Arbitrary<Company> = fc.record({
    name: maybe(text),
    size: fc.integer({ min: -3, max: 3 }),
  })
  const owner = fc.integer({ min: 0, max: 3 })
  const person: fc.Arbitrary<Omit<Person, "id">> = fc.record(
    {
      count: maybe(digits),
      score: maybe(double),
      name: maybe(text),
      label: maybe(text),
      active: maybe(fc.boolean()),
      role: maybe(fc.constantFrom("agent", "admin")),
      seenAt: maybe(datetime(fractionDigits)),
      owner: maybe(fc.oneof(owner, fc.record({ id: owner, type: fc.constant("users" as const) }))),
      secret: maybe(text),
      tags: fc.array(tag, { maxLength: 3 }),
      company: maybe(company),
    },
    { requiredKeys: [] },
  )
  return fc
    .array(person, { minLength, maxLength })
    .map((list) => list.map((properties, i) => ({ id: i + 1, ...properties })))
}
