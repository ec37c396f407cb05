import type { FieldTypeName } from "../../src/index.ts"

/** Values that are not of a type. */
export interface RefusedValues {
  /** JSON texts that a filter on a field of the type must not contain. */
  readonly filter: readonly [string, ...string[]]
  /** Values that a record of such a field cannot have, or the reason why it can have any value. */
  readonly record: readonly [unknown, ...unknown[]] | { readonly any: string }
}

/** For each type of field, values that are almost of the type. */
export const refusedValues: Readonly<Record<FieldTypeName, RefusedValues>> = {
  integer: {
    filter: ["1.5", '"1.0"', '"x1"', '"1x"', '""', "true"],
    record: [
      1.5,
      2 ** 53,
      -(2 ** 53),
      2n ** 63n,
      "9223372036854775808",
      "+1",
      "01",
      "1.5",
      "x1",
      "1x",
      "",
      true,
    ],
  },
  number: {
    filter: ['"1.5"', "1e999", "true"],
    record: ["1,5", ".5", "1.", "0x1", " 1", "", "1e999", Number.NaN, Number.POSITIVE_INFINITY, 1n, true],
  },
  string: { filter: ["1", "true"], record: [1, true] },
  boolean: {
    filter: ["1", '"true"'],
    record: [2, -1, 0.5, 2n, "1", "true", Uint8Array.of(2), Uint8Array.of(1, 0)],
  },
  enum: { filter: ['"nobody"', '" all"', '"all "', "1"], record: [1, true] },
  datetime: {
    filter: ['"2024-02-30"', '"x2024-02-29"', '"2024-02-29x"', '"2024-02-29T00:00:00"', "1709164800"],
    record: [
      "2024-02-30",
      "x2024-02-29",
      "2024-02-29x",
      "2024-02-29 00:00:00",
      "2024-02-29 00:00:00Z",
      "2024-02-29T00:00:00",
      1709164800,
      new Date(Number.NaN),
    ],
  },
  reference: {
    filter: ["1.5", '"x1"', "true"],
    record: [1.5, "x1", [7], {}, { id: "x1", type: "users" }, { id: { id: 7 } }],
  },
  uuid: {
    filter: [
      '"{018fd1b1-7c2e-7b3a-9d4e-5f60718293a4}"',
      '"urn:uuid:018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"',
      '"018fd1b17c2e7b3a9d4e5f60718293a4"',
      '"018fd1b1-7c2e-7b3a-9d4e-5f60718293ag"',
      '"018fd1b1-7c2e-7b3a-9d4e-5f60718293a4\\n"',
      '"x018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"',
      '""',
      "1",
      "true",
    ],
    record: [
      "{018fd1b1-7c2e-7b3a-9d4e-5f60718293a4}",
      "018fd1b17c2e7b3a9d4e5f60718293a4",
      "018fd1b1-7c2e-7b3a-9d4e-5f60718293a",
      " 018fd1b1-7c2e-7b3a-9d4e-5f60718293a4",
      "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4\n",
      "",
      1,
      new Uint8Array(16),
    ],
  },
  decimal: {
    filter: [
      '"1,5"',
      '".5"',
      '"1."',
      '"+1"',
      '"01"',
      '"0x1"',
      '" 1"',
      '""',
      "true",
      "1e38",
      "1e-39",
      '"-1e999999999"',
      "123456789012345678901234567890123456789",
      "1.23456789012345678901234567890123456789",
    ],
    record: [
      "1,5",
      ".5",
      "1.",
      "+1",
      "01",
      "0x1",
      " 1",
      "",
      "NaN",
      Number.NaN,
      Number.POSITIVE_INFINITY,
      true,
    ],
  },
  date: {
    filter: [
      '"2024-02-30"',
      '"2023-02-29"',
      '"2024-02-29T00:00:00Z"',
      '"2024-2-29"',
      '"20240229"',
      '"2024-02-29 "',
      '"10000-01-01"',
      '"-0001-01-01"',
      '""',
      "1709164800",
    ],
    record: [
      "2024-02-30",
      "2024-02-29T00:00:00Z",
      "2024-02-29 00:00:00",
      "2024-02-29\n",
      "0044-03-15 BC",
      "20240229",
      1709164800,
      new Date("2024-02-29"),
    ],
  },
  opaque: {
    filter: ['"x"', "1"],
    record: { any: "a filter cannot read the value, so it takes every value for one" },
  },
}
