import { runInNewContext } from "node:vm"
import { describe, expect, test } from "vitest"
import { ruleOf } from "../../../src/backends/predicate/rule.ts"
import { defineSchema, type FieldTypeName, field, parseFilter } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"

const schema = defineSchema({
  integer: field.integer(),
  number: field.number(),
  string: field.string(),
  boolean: field.boolean(),
  enum: field.enum(["open", "closed"]),
  datetime: field.datetime(),
  reference: field.reference("users"),
  opaque: field.opaque(),
  uuid: field.uuid(),
  decimal: field.decimal(),
  date: field.date(),
})

interface Forms {
  /** JSON texts of two different values, and the forms of the first in a record. */
  readonly value: string
  readonly other: string
  readonly same: readonly unknown[]
  /** Values without a form of the type, and what a message calls them. */
  readonly refused: readonly (readonly [value: unknown, kind: string])[]
}

/** Evaluated in another realm, where each class is another one. */
const foreign = (code: string): unknown => runInNewContext(code)

const never: Forms["refused"] = [
  [true, "a boolean"],
  [Symbol("x"), "a symbol"],
  [() => 7, "a function"],
  [[7], "an array"],
  [[], "an array"],
  [{}, "an object"],
  [Object.create(null), "an object"],
  [new Map([["id", 7]]), "a Map"],
  [new Set([7]), "a Set"],
  [new Number(7), "a Number"],
  [Promise.resolve(7), "a Promise"],
  [new Int8Array(1), "an Int8Array"],
]

const numbers: Forms["refused"] = [
  [Number.NaN, "a number that is not finite"],
  [Number.NEGATIVE_INFINITY, "a number that is not finite"],
]

const notIntegers: Forms["refused"] = [
  ...never,
  ...numbers,
  [7.5, "a number with a fraction"],
  [2 ** 53, "a number beyond 2^53"],
  [-(2 ** 53), "a number beyond 2^53"],
  [1e300, "a number beyond 2^53"],
  [2n ** 63n, "a bigint beyond 64 bits"],
  [-(2n ** 63n) - 1n, "a bigint beyond 64 bits"],
  ...["", " 7", "7 ", "+7", "07", "-", "--7", "7.0", "7e0", "0x7", "7n", "9223372036854775808", "٧"].map(
    (text) => [text, "a string"] as const,
  ),
  ["-9223372036854775809", "a string"],
  ["1".repeat(1_000_000), "a string"],
  [new Date(7), "a Date"],
]

const table: Readonly<Record<Exclude<FieldTypeName, "opaque">, readonly Forms[]>> = {
  integer: [
    { value: "7", other: "8", same: [7, 7n, "7"], refused: [...notIntegers, [{ id: 7 }, "an object"]] },
    { value: "0", other: "1", same: [0, -0, 0n, "0", "-0"], refused: [] },
    {
      value: "9007199254740993",
      other: "9007199254740992",
      same: [9007199254740993n, "9007199254740993"],
      refused: [],
    },
    { value: "9223372036854775807", other: "-1", same: [2n ** 63n - 1n, "9223372036854775807"], refused: [] },
    { value: "-9223372036854775808", other: "1", same: [-(2n ** 63n), "-9223372036854775808"], refused: [] },
  ],
  number: [
    {
      value: "1.5",
      other: "2",
      same: [1.5, "1.5", "1.50", "15e-1", "0.15E+1", "1.50000000000000000000000001"],
      refused: [
        ...never,
        ...numbers,
        [1n, "a bigint"],
        ...[
          "",
          " ",
          "1.5 ",
          "+1",
          ".5",
          "5.",
          "01",
          "1e",
          "0x1",
          "1_000",
          "1,5",
          "NaN",
          "Infinity",
          "1e999",
          "-1e999",
        ].map((text) => [text, "a string"] as const),
      ],
    },
    { value: "0", other: "1", same: [0, -0, "0", "-0", "0.000", "-0e5", "1e-999"], refused: [] },
    { value: "9007199254740992", other: "1", same: [2 ** 53, "9007199254740993"], refused: [] },
  ],
  string: [
    {
      value: '"7"',
      other: '"8"',
      same: ["7"],
      refused: [...never, ...numbers, [7, "a number"], [7n, "a bigint"], [Buffer.from("7"), "a Uint8Array"]],
    },
  ],
  boolean: [
    {
      value: "true",
      other: "false",
      same: [true, 1, 1n, Uint8Array.of(1), Buffer.from([1]), foreign("Uint8Array.of(1)")],
      refused: [
        ...never.slice(1),
        ...numbers,
        [2, "a number"],
        [-1, "a number"],
        [0.5, "a number with a fraction"],
        [2n, "a bigint"],
        ["true", "a string"],
        ["1", "a string"],
        ["t", "a string"],
        ["", "a string"],
        [Uint8Array.of(2), "a Uint8Array"],
        [Uint8Array.of(), "a Uint8Array"],
        [Uint8Array.of(0, 1), "a Uint8Array"],
        [Uint8ClampedArray.of(1), "a Uint8ClampedArray"],
        [new Boolean(true), "a Boolean"],
      ],
    },
    {
      value: "false",
      other: "true",
      same: [false, 0, -0, 0n, Uint8Array.of(0), Buffer.from([0])],
      refused: [],
    },
  ],
  enum: [
    {
      value: '"open"',
      other: '"closed"',
      same: ["open"],
      refused: [...never, [7, "a number"]],
    },
  ],
  datetime: [
    {
      value: '"2024-02-29"',
      other: '"2024-02-28"',
      same: [
        "2024-02-29",
        "2024-02-29T00:00:00Z",
        "2024-02-29t00:00:00.000z",
        "2024-02-29T01:00:00.000000000+01:00",
        new Date("2024-02-29"),
        foreign('new Date("2024-02-29")'),
      ],
      refused: [
        ...never,
        [1709164800000, "a number"],
        [new Date(Number.NaN), "a Date that is not valid"],
        [foreign("new Date(NaN)"), "a Date that is not valid"],
        [new Date(Date.UTC(10000, 0)), "a Date"],
        ...[
          ...["", "2024-02-30", "2024-2-29", "2024-02", "29.02.2024", "20240229", "2024-02-29 00:00:00"],
          ...[
            "2024-02-29 00:00:00.000000",
            "2024-02-29T00:00:00",
            "2024-02-29 00:00:00+00",
            "2024-02-29T24:00:00Z",
          ],
        ].map((text) => [text, "a string"] as const),
      ],
    },
  ],
  reference: [
    {
      value: "7",
      other: "8",
      same: [7, 7n, "7", { id: 7 }, { id: 7n, type: "users" }, { id: "7" }],
      refused: [
        ...notIntegers,
        [{ ID: 7 }, "an object"],
        [{ id: "x" }, "an object"],
        [{ id: { id: 7 } }, "an object"],
        [[{ id: 7 }], "an array"],
      ],
    },
    {
      value: "9007199254740993",
      other: "7",
      same: ["9007199254740993", { id: 9007199254740993n }],
      refused: [],
    },
  ],
  uuid: [
    {
      value: '"018FD1B1-7c2e-7b3a-9d4e-5f60718293a4"',
      other: '"018fd1b1-7c2e-7b3a-9d4e-5f60718293a5"',
      same: ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4", "018FD1B1-7C2E-7B3A-9D4E-5F60718293A4"],
      refused: [
        ...never,
        [7, "a number"],
        [new Uint8Array(16), "a Uint8Array"],
        ...[
          "",
          "018fd1b17c2e7b3a9d4e5f60718293a4",
          "{018fd1b1-7c2e-7b3a-9d4e-5f60718293a4}",
          "urn:uuid:018fd1b1-7c2e-7b3a-9d4e-5f60718293a4",
          "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4 ",
          "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4\n",
          "018fd1b1-7c2e-7b3a-9d4e-5f60718293ag",
          "018fd1b1-7c2e-7b3a-9d4e5-f60718293a4",
        ].map((text) => [text, "a string"] as const),
      ],
    },
  ],
  decimal: [
    {
      value: "19.99",
      other: "19.990000000000000000000000000000000001",
      same: [19.99, "19.99", "19.990", "1999e-2", "0.1999E+2", `19.99${"0".repeat(100_000)}`],
      refused: [
        ...never,
        ...numbers,
        [new Date(7), "a Date"],
        ...[
          "",
          " ",
          "19.99 ",
          "+1",
          ".5",
          "5.",
          "01",
          "1e",
          "0x1",
          "1_000",
          "1,5",
          "NaN",
          "Infinity",
          "$1",
        ].map((text) => [text, "a string"] as const),
      ],
    },
    {
      value: "0",
      other: "1e-38",
      same: [0, -0, 0n, "0", "-0", "0.000", "-0e5", `0e${"9".repeat(100_000)}`],
      refused: [],
    },
    {
      value: '"9007199254740993"',
      other: '"9007199254740992"',
      same: [9007199254740993n, "9007199254740993", "9007199254740993.0"],
      refused: [],
    },
    { value: "1e21", other: "1e20", same: [1e21, 10n ** 21n, "1e21", "1000000000000000000000"], refused: [] },
    {
      value: "0.30000000000000004",
      other: "0.3",
      same: [0.1 + 0.2, "0.30000000000000004"],
      refused: [],
    },
    {
      value: '"99999999999999999999999999999999999999"',
      other: '"-99999999999999999999999999999999999999"',
      same: [10n ** 38n - 1n, `${"9".repeat(38)}.0`],
      refused: [],
    },
  ],
  date: [
    {
      value: '"2024-02-29"',
      other: '"2024-02-28"',
      same: ["2024-02-29"],
      refused: [
        ...never,
        [19782, "a number"],
        [new Date("2024-02-29"), "a Date"],
        [foreign('new Date("2024-02-29")'), "a Date"],
        ...[
          "",
          "2023-02-29",
          "2024-2-29",
          "20240229",
          "2024-02-29T00:00:00Z",
          "2024-02-29 00:00:00",
          "2024-02-29\n",
        ].map((text) => [text, "a string"] as const),
      ],
    },
    { value: '"0000-01-01"', other: '"9999-12-31"', same: ["0000-01-01"], refused: [] },
    { value: '"1999-12-31"', other: '"2000-01-01"', same: ["1999-12-31"], refused: [] },
  ],
}

const rows = Object.entries(table).flatMap(([name, forms]) => forms.map((form) => ({ name, ...form })))

describe.each(rows)("the forms of $name: $value", ({ name, value, other, same, refused }) => {
  const conditions = ["$eq", "$ne", "$in", "$nin"].flatMap((operator) =>
    [value, other, "null"].map((operand) => {
      const list = operator.endsWith("in")
      const node = parseFilter(schema, `{"${name}":{"${operator}":${list ? `[${operand}]` : operand}}}`)
      if (node.kind === "and" || node.kind === "or") throw new Error("This is not one condition")
      const isEqual = operand === value
      return { node, expected: operator === "$eq" || operator === "$in" ? isEqual : !isEqual }
    }),
  )

  /** A predicate from closures, one from generated code, and the rule of the condition without a shortcut. */
  const ways = conditions.flatMap(({ node, expected }) => {
    const [closures, generated, rule] = [toPredicate(node), toPredicate(node, { jit: true }), ruleOf(node)]
    return [
      { expected, matches: (value: unknown) => closures({ [name]: value }) },
      { expected, matches: (value: unknown) => generated({ [name]: value }) },
      { expected, matches: rule },
    ]
  })

  test.each(same.map((form) => ({ form })))("$form has the value", ({ form }) => {
    for (const { matches, expected } of ways) expect(matches(form)).toBe(expected)
  })

  test.each(refused.map(([form, kind]) => ({ form, kind })))(
    "$form is $kind, and refused",
    ({ form, kind }) => {
      for (const { matches } of ways) {
        expect(() => matches(form)).toThrow(TypeError)
        expect(() => matches(form)).toThrow(`The value of ${name} in a record is ${kind}, not `)
      }
    },
  )
})

describe("no value", () => {
  const absent = (name: string, jit: boolean) => toPredicate(parseFilter(schema, { [name]: null }), { jit })

  test.each([...schema.fields.keys()].flatMap((name) => [true, false].map((jit) => ({ name, jit }))))(
    "$name: missing, undefined or null; jit: $jit",
    ({ name, jit }) => {
      for (const record of [{}, { [name]: undefined }, { [name]: null }])
        expect(absent(name, jit)(record)).toBe(true)
    },
  )

  test("a reference whose id is null", () => {
    for (const id of [null, undefined]) expect(absent("reference", false)({ reference: { id } })).toBe(true)
  })
})

test("an enum that the field does not list equals no value", () => {
  const keeps = (filter: object) => toPredicate(parseFilter(schema, filter))({ enum: "archived" })
  expect(keeps({ enum: { $in: ["open", "closed", null] } })).toBe(false)
  expect(keeps({ enum: { $nin: ["open", "closed", null] } })).toBe(true)
})

test("a decimal of a record may be of any size", () => {
  const keeps = (operator: string, operand: object | number | string, decimal: string | number | bigint) =>
    toPredicate(parseFilter(schema, { decimal: { [operator]: operand } }))({ decimal })
  const greatest = "9".repeat(38)
  for (const huge of ["1e999999999", 10n ** 400n, Number.MAX_VALUE, `${greatest}.5`, `1${"0".repeat(38)}`]) {
    expect(keeps("$gt", greatest, huge)).toBe(true)
    expect(keeps("$lte", greatest, huge)).toBe(false)
    expect(keeps("$ne", greatest, huge)).toBe(true)
  }
  for (const tiny of ["1e-999999999", 5e-324, "0.000000000000000000000000000000000000009"]) {
    expect(keeps("$gt", 0, tiny)).toBe(true)
    expect(keeps("$lt", "1e-38", tiny)).toBe(true)
    expect(keeps("$in", [0, "1e-38"], tiny)).toBe(false)
    expect(keeps("$lt", 0, `-${tiny}`)).toBe(true)
  }
})

test("an opaque field may have any value", () => {
  const keeps = toPredicate(parseFilter(schema, { opaque: { $ne: null } }))
  for (const [opaque] of [...never, ...numbers]) expect(keeps({ opaque })).toBe(true)
})
