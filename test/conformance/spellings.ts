import type { FieldTypeName } from "../../src/index.ts"

/** Two spellings of one value. */
export interface SpellingPair {
  /** The JSON text in a filter. */
  readonly filter: string
  /** The value in a record. */
  readonly record: unknown
  /** Whether the value is the same only in a field that ignores case. */
  readonly ignoresCase?: true
}

/** Pairs of spellings, or the reason why each value of the type has one spelling. */
export type Spellings = readonly [SpellingPair, ...SpellingPair[]] | { readonly single: string }

/** For each type of field, values that a filter and a record may write differently. */
export const spellings: Readonly<Record<FieldTypeName, Spellings>> = {
  integer: [
    { filter: "7", record: "7" },
    { filter: '"7"', record: 7 },
    { filter: "7.0", record: "7" },
    { filter: "70e-1", record: 7 },
    { filter: "-0", record: "0" },
    { filter: "9007199254740993", record: "9007199254740993" },
  ],
  number: [
    { filter: "15e-1", record: 1.5 },
    { filter: "0", record: -0 },
    { filter: "-0.0", record: 0 },
  ],
  string: [
    { filter: '"\\u0061b"', record: "ab" },
    { filter: '"STRASSE k"', record: "strasse K", ignoresCase: true },
  ],
  boolean: { single: "JSON has one spelling of true and one of false" },
  enum: { single: "a filter and a record write the string that the field lists" },
  datetime: [
    { filter: '"2024-02-29T01:00:00+01:00"', record: "2024-02-29T00:00:00Z" },
    { filter: '"2024-02-29"', record: "2024-02-28T23:00:00-01:00" },
    { filter: '"2024-02-29T00:00:00.000Z"', record: "2024-02-29" },
    { filter: '"2024-02-29T00:00:00z"', record: new Date("2024-02-29T00:00:00Z") },
  ],
  reference: [
    { filter: "3", record: "3" },
    { filter: '"3"', record: { id: 3, type: "users" } },
    { filter: "3.0", record: { id: "3", type: "users" } },
  ],
  opaque: { single: "a filter can write null only" },
  uuid: [
    {
      filter: '"018FD1B1-7C2E-7B3A-9D4E-5F60718293A4"',
      record: "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4",
    },
    {
      filter: '"018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"',
      record: "018FD1B1-7c2e-7b3a-9D4E-5F60718293A4",
    },
  ],
  decimal: [
    { filter: "1.0", record: 1 },
    { filter: '"19.990"', record: "19.99" },
    { filter: "19.99", record: "1999e-2" },
    { filter: "1e3", record: "1000.000" },
    { filter: "-0", record: "0.0" },
    { filter: '"-0e5"', record: -0 },
    { filter: "0.1", record: 0.1 },
    { filter: "1e21", record: 1e21 },
    { filter: '"9007199254740993"', record: "9007199254740993" },
  ],
  date: { single: "a filter and a record write YYYY-MM-DD" },
}

/** The pairs of a type. There are none if each value has one spelling. */
export function spellingPairs(type: FieldTypeName): readonly SpellingPair[] {
  const declared = spellings[type]
  return "single" in declared ? [] : declared
}
