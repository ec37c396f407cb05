import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { defineSchema, type Field, type FieldTypeName, field, type Value } from "../../src/index.ts"
import { comparableOf } from "../../src/schema/comparable.ts"
import { compareComparables } from "../../src/schema/comparison-form.ts"
import { fieldTypes } from "../../src/schema/types/index.ts"
import { valueRanges } from "../../src/schema/types/value-ranges.ts"
import { date, datetime, decimal, digits, double, text, uuid } from "../arbitraries/values.ts"
import { runs } from "../properties/runs.ts"

const schema = defineSchema({
  integer: field.integer(),
  number: field.number(),
  string: field.string(),
  folded: field.string({ caseSensitive: false }),
  boolean: field.boolean(),
  enum: field.enum(["agent", "admin"]),
  datetime: field.datetime(),
  reference: field.reference("users"),
  opaque: field.opaque(),
  uuid: field.uuid(),
  decimal: field.decimal(),
  date: field.date(),
})
type Name = keyof (typeof schema)["declarations"]

function fieldNamed(name: string): Field {
  const found = schema.fields.get(name)
  if (found === undefined) throw new Error(`There is no field ${name}`)
  return found
}

function between(name: Name, below: Value | undefined, above: Value | undefined): Value | undefined {
  const field = fieldNamed(name)
  return valueRanges[field.type].between(below, above, field)
}

/** The value that a filter holds, if a client writes it as a text. */
function read(name: Name, value: Value): unknown {
  const field = fieldNamed(name)
  const literal =
    typeof value === "boolean"
      ? ({ kind: "boolean", value } as const)
      : field.type === "number"
        ? ({ kind: "number", digits: String(value) } as const)
        : ({ kind: "string", value: String(value) } as const)
  return fieldTypes[field.type].read(literal, field)
}

const MAX = 9223372036854775807n
const MIN = -9223372036854775808n
const none = undefined

describe.each<
  readonly [
    Name,
    readonly (readonly [below: Value | undefined, above: Value | undefined, found: Value | undefined])[],
  ]
>([
  [
    "integer",
    [
      [none, none, 0],
      [-1, 1, 0],
      [0, 2, 1],
      [0, 1, none],
      [5, none, 6],
      [none, -5, -6],
      [-9, -5, -6],
      [none, MIN, none],
      [none, MIN + 1n, MIN],
      [MAX, none, none],
      [MAX - 1n, none, MAX],
      [9007199254740990, none, 9007199254740991],
      [9007199254740991, none, 9007199254740992n],
      [9007199254740992n, 9007199254740993n, none],
      [5, 5, none],
    ],
  ],
  [
    "reference",
    [
      [0, none, 1],
      [0, 1, none],
      [MAX, none, none],
    ],
  ],
  [
    "number",
    [
      [none, none, 0],
      [-1.5, 2, 0],
      [0, none, 1],
      [2.5, none, 3],
      [none, -2.5, -3],
      [1, 3, 2],
      [-3, -1, -2],
      [0, 1, 0.5],
      [0.1, 0.2, 0.15],
      [0.3, 0.30000000000000004, none],
      [0, 5e-324, none],
      [-5e-324, 0, none],
      [-5e-324, 5e-324, 0],
      [1e308, none, 1.4e308],
      [1.7976931348623157e308, none, none],
      [none, -1.7976931348623157e308, none],
      [1.7976931348623155e308, none, 1.7976931348623157e308],
      [none, -1.7976931348623155e308, -1.7976931348623157e308],
      [-1e-323, 0, -5e-324],
    ],
  ],
  [
    "string",
    [
      [none, none, ""],
      [none, "a", ""],
      [none, "", none],
      ["", none, "a"],
      ["", "a", "0"],
      ["", " ", "\u0001"],
      ["", "\u0001", "\0"],
      ["", "\0", none],
      ["a", "b", "aa"],
      ["a", "aa", "a0"],
      ["Zoe", none, "Zoea"],
      ["\u{fffd}", "\u{1f600}", "\u{fffd}a"],
    ],
  ],
  [
    "folded",
    [
      ["Z", none, "za"],
      ["A", "B", "aa"],
      ["Z", "a", none],
      [none, "", none],
    ],
  ],
  [
    "boolean",
    [
      [none, none, false],
      [none, true, false],
      [false, none, true],
      [false, true, none],
      [none, false, none],
      [true, none, none],
    ],
  ],
  [
    "enum",
    [
      [none, none, ""],
      ["admin", "agent", "admina"],
      [none, "", none],
    ],
  ],
  [
    "datetime",
    [
      [none, none, "2000-01-01T00:00:00Z"],
      ["2024-02-28T12:00:00Z", none, "2024-02-29T00:00:00Z"],
      ["2024-02-28T00:00:00Z", none, "2024-02-29T00:00:00Z"],
      [none, "1999-01-01T00:00:00Z", "1998-12-31T00:00:00Z"],
      ["2024-02-28T12:00:00.5Z", "2024-02-28T13:00:00Z", "2024-02-28T12:00:01Z"],
      ["2024-02-28T12:00:00.5Z", "2024-02-28T12:00:01Z", "2024-02-28T12:00:00.500000001Z"],
      ["1924-02-28T12:00:00.5Z", "1924-02-28T12:00:01Z", "1924-02-28T12:00:00.999999999Z"],
      ["2024-02-28T12:00:00.5Z", "2024-02-28T12:00:00.500000001Z", none],
      [none, "0000-01-01T00:00:00Z", none],
      [none, "0000-01-01T00:00:00.000000001Z", "0000-01-01T00:00:00Z"],
      ["9999-12-31T23:59:59.999999999Z", none, none],
      ["9999-12-31T23:59:59.999999998Z", none, "9999-12-31T23:59:59.999999999Z"],
    ],
  ],
  [
    "date",
    [
      [none, none, "2000-01-01"],
      ["2024-02-28", none, "2024-02-29"],
      ["2024-02-28", "2024-03-01", "2024-02-29"],
      ["2023-02-28", "2023-03-01", none],
      [none, "1900-01-01", "1899-12-31"],
      [none, "0000-01-01", none],
      [none, "0000-01-02", "0000-01-01"],
      ["9999-12-31", none, none],
      ["9999-12-30", none, "9999-12-31"],
    ],
  ],
  [
    "decimal",
    [
      [none, none, "0"],
      ["0", none, "1"],
      ["9", none, "10"],
      [none, "-9", "-10"],
      ["0", "1", "0.1"],
      ["-1", "0", "-0.1"],
      ["-0.5", "0.5", "0"],
      ["0.1", "0.2", "0.11"],
      ["0.1", "0.1", none],
      ["19.99", "20.01", "20"],
      ["-120", "-100", "-101"],
      [`${"9".repeat(38)}`, none, `1${"0".repeat(38)}`],
      ["0", `0.${"0".repeat(37)}1`, `0.${"0".repeat(38)}1`],
    ],
  ],
  [
    "uuid",
    [
      [none, none, "00000000-0000-0000-0000-000000000000"],
      ["00000000-0000-0000-0000-000000000000", none, "00000000-0000-0000-0000-000000000001"],
      ["00000000-0000-0000-0000-ffffffffffff", none, "00000000-0000-0000-0001-000000000000"],
      ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4", "018fd1b1-7c2e-7b3a-9d4e-5f60718293a5", none],
      [none, "00000000-0000-0000-0000-000000000000", none],
      ["ffffffff-ffff-ffff-ffff-ffffffffffff", none, none],
      ["ffffffff-ffff-ffff-ffff-fffffffffffe", none, "ffffffff-ffff-ffff-ffff-ffffffffffff"],
    ],
  ],
  ["opaque", [[none, none, "present"]]],
])("between two values of type %s", (name, rows) => {
  test.each(rows)("%s and %s is %s", (below, above, found) => expect(between(name, below, above)).toBe(found))
})

test("an open listed type has values that a field does not list", () => {
  const unlisted = (name: Name, named?: Iterable<string>) =>
    valueRanges[fieldNamed(name).type].unlisted?.(fieldNamed(name), named)
  expect(unlisted("enum")).toBe("other")
  expect(unlisted("enum", ["other", "other+"])).toBe("other++")
  expect(unlisted("enum", new Set(["other"]))).toBe("other+")
  expect(unlisted("boolean")).toBeUndefined()
})

/** Values as filters hold them, and whether no value of the type is between two that differ. */
interface Ordered {
  readonly values: fc.Arbitrary<Value>
  readonly areAdjacent: (below: never, above: never) => boolean
  /** Whether no value of the type is below this one, or above it. */
  readonly isLeast: (value: never) => boolean
  readonly isGreatest: (value: never) => boolean
}

const never = () => false
const canonical = (name: Name, written: fc.Arbitrary<Value>) =>
  written.map((value) => read(name, value) as Value)
const nextInteger = (a: bigint | number, b: bigint | number) => BigInt(a) + 1n === BigInt(b)

function bitsOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const bits = view.getBigInt64(0)
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits
}

const nanosOf = (text: string) => {
  const [, whole = "", fraction = ""] = /^(.{19})(?:\.(\d+))?Z$/.exec(text) ?? []
  return BigInt(Date.parse(`${whole}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, "0"))
}
const integerOfUuid = (text: string) => BigInt(`0x${text.replaceAll("-", "")}`)

/** A value and often one near it. */
const near = (values: fc.Arbitrary<Value>, after: (value: never) => Value | undefined) =>
  fc.oneof(
    values,
    values.map((value) => after(value as never) ?? value),
  )

const ordered: Readonly<Record<Exclude<FieldTypeName, "opaque"> | "folded", Ordered>> = {
  integer: {
    values: near(
      canonical("integer", digits),
      (value: number | bigint) =>
        read("integer", String(BigInt(value) === MAX ? MAX : BigInt(value) + 1n)) as Value,
    ),
    areAdjacent: nextInteger,
    isLeast: (value) => value === MIN,
    isGreatest: (value) => value === MAX,
  },
  reference: {
    values: fc.integer({ min: 0, max: 5 }),
    areAdjacent: nextInteger,
    isLeast: never,
    isGreatest: never,
  },
  number: {
    values: fc.oneof(
      double.map((value) => value || 0),
      fc.constantFrom(0.30000000000000004, 0.3, 5e-324, 1e-323, 1.0000000000000002, 1),
    ),
    areAdjacent: (below, above) => bitsOf(below) + 1n === bitsOf(above),
    isLeast: (value) => value === -Number.MAX_VALUE,
    isGreatest: (value) => value === Number.MAX_VALUE,
  },
  string: {
    values: near(text, (value: string) => `${value}\u0001`),
    areAdjacent: (below: string, above) => `${below}\0` === above,
    isLeast: (value) => value === "",
    isGreatest: never,
  },
  folded: {
    values: near(text, (value: string) => `${value}A`),
    areAdjacent: (below: string, above) => `${below}\0` === above,
    isLeast: (value) => value === "",
    isGreatest: never,
  },
  boolean: {
    values: fc.boolean(),
    areAdjacent: () => true,
    isLeast: (value) => !value,
    isGreatest: (value) => value,
  },
  enum: {
    values: fc.constantFrom("admin", "agent", ""),
    areAdjacent: never,
    isLeast: (value) => value === "",
    isGreatest: never,
  },
  datetime: {
    values: canonical(
      "datetime",
      fc.oneof(
        datetime(9),
        fc.constantFrom(
          "2024-02-29T00:00:00.000000001Z",
          "2024-02-29T00:00:00.999999999Z",
          "0000-01-01",
          "9999-12-31T23:59:59.999999999Z",
        ),
      ),
    ),
    areAdjacent: (below, above) => nanosOf(below) + 1n === nanosOf(above),
    isLeast: (value) => value === "0000-01-01T00:00:00Z",
    isGreatest: (value) => value === "9999-12-31T23:59:59.999999999Z",
  },
  date: {
    values: date("0000-01-01", "9999-12-31"),
    areAdjacent: (below, above) => Date.parse(above) - Date.parse(below) === 86_400_000,
    isLeast: (value) => value === "0000-01-01",
    isGreatest: (value) => value === "9999-12-31",
  },
  decimal: {
    values: canonical("decimal", fc.oneof(decimal(10, 28), decimal(38, 0))),
    areAdjacent: never,
    isLeast: never,
    isGreatest: never,
  },
  uuid: {
    values: near(canonical("uuid", uuid), (value: string) =>
      value.replace(/[0-8]$/, (digit) => String(Number(digit) + 1)),
    ),
    areAdjacent: (below, above) => integerOfUuid(below) + 1n === integerOfUuid(above),
    isLeast: (value) => /^[0-]+$/.test(value),
    isGreatest: (value) => /^[f-]+$/.test(value),
  },
}

describe.each(Object.entries(ordered) as [keyof typeof ordered, Ordered][])(
  "between any two values of type %s,",
  (name, { values, areAdjacent, isLeast, isGreatest }) => {
    const compared = (value: Value) => comparableOf(fieldNamed(name), value)
    const compare = (a: Value, b: Value) => compareComparables(compared(a), compared(b))
    const pair = fc
      .tuple(values, values)
      .map(([a, b]) => (compare(a, b) < 0 ? ([a, b] as const) : ([b, a] as const)))

    test("a value is strictly between them, unless they are adjacent", () => {
      fc.assert(
        fc.property(pair, ([below, above]) => {
          const found = between(name, below, above)
          const isEmpty =
            compare(below, above) === 0 || areAdjacent(compared(below) as never, compared(above) as never)
          expect(found === undefined).toBe(isEmpty)
          if (found === undefined) return
          expect(compare(below, found)).toBeLessThan(0)
          expect(compare(found, above)).toBeLessThan(0)
        }),
        runs(1000),
      )
    })

    test("a value is beyond one of them, unless it is the last", () => {
      fc.assert(
        fc.property(values, (value) => {
          const [below, above] = [between(name, undefined, value), between(name, value, undefined)]
          expect(below === undefined).toBe(isLeast(value as never))
          expect(above === undefined).toBe(isGreatest(value as never))
          if (below !== undefined) expect(compare(below, value)).toBeLessThan(0)
          if (above !== undefined) expect(compare(value, above)).toBeLessThan(0)
        }),
        runs(500),
      )
    })

    test("the value is one that a filter holds, as far as filters hold all values", () => {
      const isBeyondFilters: Partial<Record<typeof name, (value: Value) => boolean>> = {
        string: (value) => String(value).includes("\0"),
        folded: (value) => String(value).includes("\0"),
        enum: () => true,
        decimal: (value) => String(value).replace(/^-?(?:0(?=\.))?|\./g, "").length > 38,
      }
      fc.assert(
        fc.property(pair, fc.boolean(), fc.boolean(), ([below, above], hasLeast, hasGreatest) => {
          const found = between(name, hasLeast ? below : undefined, hasGreatest ? above : undefined)
          if (found === undefined || isBeyondFilters[name]?.(found)) return
          expect(read(name, found)).toBe(found)
        }),
        runs(500),
      )
    })
  },
)
