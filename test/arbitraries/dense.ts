import fc from "fast-check"
import { type Field, type FieldTypeName, operators, type Schema } from "../../src/index.ts"
import { filterTextOf } from "./filters.ts"

/** Few values that are close together or are easily confused. So filters share conditions, and records meet bounds. */
interface Dense {
  /** JSON texts of values in filters. */
  readonly filter: readonly string[]
  /** Values in records, in several forms. */
  readonly record: readonly unknown[]
}

/** Longer than what a comparison of the first letters sees. */
const prefix = "prefix ".repeat(10)

const texts = [
  ...["", "a", "A", "ab", "abc", "b", "bc", "c", "aa", "aaa", "aba", "K", "k", "\u212a", "\u00c4", "\u00e4"],
  ...["\u{1f600}", "\u{1f601}", "\u{1f600}a", "\ufffd", "\ue000", "e\u0301", "\u00e9"],
  ...[prefix, `${prefix}a`, `${prefix}A`, `${prefix}b`, `${prefix}\ufffd`, `${prefix}\u{1f600}`],
]

const string: Dense = {
  filter: texts.map((text) => JSON.stringify(text)),
  // A record may hold half of a character.
  record: [
    ...texts,
    ...["aabc", "xabcx", "abab", "AbC", "aaaa", "\ud83d", "\ude00", "a\ud83d", "\u{1f600}\u{1f601}"],
    ...[`x${prefix}a`, prefix.slice(1), prefix.toUpperCase()],
  ],
}

const ids = [
  ...["0", "1", "2", "9007199254740991", "9007199254740992", "9007199254740993", "-9007199254740993"],
  ...["9223372036854775806", "9223372036854775807", "-9223372036854775808"],
]

const integer: Dense = {
  filter: [...ids, "-0", "2.0", '"2"', "20e-1", '"9007199254740993"'],
  record: [...ids, ...ids.map(BigInt), 0, -0, 1, 2, 3, -1, "-0", 9007199254740991],
}

const dense: Readonly<Record<FieldTypeName, Dense>> = {
  integer,
  number: {
    filter: ["0", "-0.0", "0.1", "0.3", "0.30000000000000004", "1", "15e-1", "5e-324", "1e21", "-1.5"],
    record: [
      ...[0, -0, 0.1, 0.3, 0.1 + 0.2, 1, 1.5, 5e-324, -5e-324, 1e21, -1.5, 2],
      ...["0", "-0", "0.10", "0.30000000000000004", "1.50", "15e-1", "1e21", "1e-999"],
    ],
  },
  string,
  boolean: {
    filter: ["true", "false"],
    record: [true, false, 1, 0, -0, 1n, 0n, Uint8Array.of(1), Uint8Array.of(0), Buffer.from([1])],
  },
  enum: { filter: ['"agent"', '"admin"'], record: ["agent", "admin", "guest", "", "Admin"] },
  datetime: {
    filter: [
      ...['"2024-02-29"', '"2024-02-29T01:00:00+01:00"', '"2024-02-29T00:00:00.000000001Z"'],
      ...['"2024-02-29T00:00:00.000000002Z"', '"2024-02-29T00:00:00.5Z"', '"2024-02-29T00:00:00.500Z"'],
      ...['"2024-02-28T23:59:59.999999999Z"', '"1969-12-31T23:59:59.999Z"', '"0000-01-01"'],
      ...['"9999-12-31T23:59:59.999999999Z"', '"1970-01-01"'],
    ],
    record: [
      ...["2024-02-29", "2024-02-29T00:00:00.000000001Z", "2024-02-29T00:00:00.000000002z", "0000-01-01"],
      ...["2024-02-28T23:59:59.999999999Z", "2024-02-29T00:00:00.500Z", "2024-02-28T23:00:00-01:00"],
      ...["2024-02-29T00:00:00.001Z", "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999999999Z"],
      ...["2024-02-29", "2024-02-29T00:00:00.500Z", "1969-12-31T23:59:59.999Z", 0].map((at) => new Date(at)),
    ],
  },
  reference: {
    filter: [...ids, '"2"'],
    record: [...integer.record, ...["1", 2, 2n, "9007199254740993", null, undefined].map((id) => ({ id }))],
  },
  opaque: { filter: ["null"], record: ["", 0, false, [], {}, Number.NaN] },
  uuid: {
    filter: [
      ...['"018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"', '"018FD1B1-7C2E-7B3A-9D4E-5F60718293A4"'],
      ...['"018fd1b1-7c2e-7b3a-9d4e-5f60718293a5"', '"00000000-0000-0000-0000-000000000000"'],
    ],
    record: [
      ...["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4", "018FD1B1-7c2e-7b3a-9D4E-5F60718293A4"],
      ...["018FD1B1-7C2E-7B3A-9D4E-5F60718293A5", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
    ],
  },
  decimal: {
    filter: [
      ...["0", "-0", "0.1", "0.10", "1e3", "1000", "-0.1", "-19.99", '"19.990"', "19.99"],
      ...['"0.10000000000000000000000000000000000001"', '"9007199254740993"', '"9007199254740992.5"'],
      ...[`"${"9".repeat(38)}"`, `"-${"9".repeat(38)}"`, `"0.${"0".repeat(37)}1"`],
    ],
    record: [
      ...["0", "-0.0", "0.1", "0.100", "1e-1", "1000.00", "1e3", "-0.1", "-19.990", "19.99", "1999e-2"],
      ...["0.10000000000000000000000000000000000001", `0.1${"0".repeat(50)}1`, "9007199254740993.0"],
      ...["9".repeat(38), `-${"9".repeat(38)}`, `${"9".repeat(38)}.5`, "1e400", "-1e400", "1e-400"],
      ...[0, -0, 0.1, 1000, 1000n, 19.99, 9007199254740993n, 2 ** 53],
    ],
  },
  date: {
    filter: ['"2024-02-28"', '"2024-02-29"', '"2024-03-01"', '"0000-01-01"', '"9999-12-31"'],
    record: ["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "0000-01-01", "9999-12-31"],
  },
}

/** The text of a filter on these fields, with these values. */
export function denseText(fields: Iterable<Field>): fc.Arbitrary<string> {
  return filterTextOf(
    fields,
    Object.fromEntries(
      Object.entries(dense).map(([type, { filter }]) => [type, fc.constantFrom(...filter)]),
    ) as Readonly<Record<FieldTypeName, fc.Arbitrary<string>>>,
  )
}

/** The texts of all filters that have one condition on the field with one of these values. A list has one value more. */
export function denseConditions({ name, type, nullable, operators: allowed }: Field): readonly string[] {
  const values = dense[type].filter
  return allowed.flatMap((operator) => {
    const { operand, nullable: withNull } = operators[operator]
    const scalars = nullable && withNull ? [...values, "null"] : values
    const operands: Readonly<Record<typeof operand, readonly string[]>> = {
      scalar: scalars,
      list: ["[]", ...scalars.map((value, i) => `[${value},${scalars[i + 1] ?? value}]`)],
    }
    return operands[operand].map((written) => `{${JSON.stringify(name)}:{"${operator}":${written}}}`)
  })
}

/** A record with these values. It may lack every property, also those of fields that are never null. */
export function denseRecord({ declarations }: Schema): fc.Arbitrary<object> {
  return fc.record(
    Object.fromEntries(
      Object.entries(declarations).map(([name, declared]) => {
        if (!("fields" in declared)) return [name, denseValue(declared)]
        const related = fc.record(
          Object.fromEntries(
            Object.entries(declared.fields).map(([property, { type }]) => [property, denseValue({ type })]),
          ),
          { requiredKeys: [] },
        )
        const one = fc.option(related, { freq: 6 })
        return [name, declared.type === "one" ? one : fc.option(fc.array(one, { maxLength: 3 }))]
      }),
    ),
    { requiredKeys: [] },
  )
}

function denseValue({ type }: { readonly type: FieldTypeName }): fc.Arbitrary<unknown> {
  return fc.option(fc.constantFrom(...dense[type].record), { freq: 8 })
}
