import fc from "fast-check"

/** Texts that databases, drivers and JavaScript often confuse or distinguish wrongly. */
const NASTY = [
  "",
  " ",
  "a",
  "a ",
  "A",
  "ab",
  "aB",
  "\u00e1",
  "a\u0301",
  "\u00df",
  "ss",
  "\u0130",
  "i",
  "I",
  "\u212a",
  "k",
  "\u{1F600}",
  "\ufffd",
  "\ue000",
  "\ufeff",
  "%",
  "_",
  "*",
  "\\",
  "\\%",
  "'",
  "''",
  '"',
  "`",
  ";--",
  "\n",
  "\t",
  "\u0001",
  "\u007f",
  "{}",
  "{p1:String}",
  "$1",
  "?",
  ":a",
  "NULL",
  "null",
  "0",
  "1",
  "\u2028",
]

/** Any text that a field can hold: no U+0000, no lone surrogates. Most come from a small list, so that values are often equal. */
export const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NASTY) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...NASTY), { maxLength: 3 }).map((parts) => parts.join("")),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "binary", maxLength: 4 }).filter((value) => !value.includes("\0")),
  },
)

/** The digits of any 64-bit integer. */
export const digits = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(String),
  fc.constantFrom(
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740993",
    "9223372036854775807",
    "9223372036854775806",
    "-9223372036854775808",
  ),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
)

/** Any finite double. */
export const double = fc.oneof(
  fc.constantFrom(0, -0, 0.1, 0.2, 0.30000000000000004, 0.3, 1e21, 5e-324, 1.7976931348623157e308, -1.5, 1),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

const seconds = fc.oneof(
  fc.constantFrom("2024-02-29T00:00:00", "2024-02-29T00:00:01", "1969-12-31T23:59:59", "1970-01-01T00:00:00"),
  fc
    .date({
      min: new Date("0001-01-01T00:00:00Z"),
      max: new Date("9999-12-31T00:00:00Z"),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 19)),
)

/** A date-time in UTC, with at most this many digits of a second. */
export function datetime(fractionDigits: number) {
  const fraction = fc.oneof(
    fc.constantFrom("", "0", "1", "000001", "999999", "5", "000000001", "999999999"),
    fc.stringMatching(/^[0-9]{1,9}$/),
  )
  return fc
    .tuple(seconds, fraction)
    .map(([second, digits]) =>
      digits.slice(0, fractionDigits) === "" ? `${second}Z` : `${second}.${digits.slice(0, fractionDigits)}Z`,
    )
}

/** The text of any UUID. */
export const uuid = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(
        "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "f0000000-0000-4000-8000-000000000001",
      ),
      fc.uuid(),
    ),
    fc.boolean(),
  )
  .map(([text, upper]) => (upper ? text.toUpperCase() : text))

/** The text of any decimal of at most 38 digits, of which at most `scale` follow the point and `before` are before it. */
export function decimal(scale: number, before: number) {
  const digits = Math.min(38, scale + before)
  const limit = 10n ** BigInt(digits)
  const scaled = fc
    .tuple(
      fc.bigInt({ min: 1n - limit, max: limit - 1n }),
      fc.integer({ min: Math.max(0, digits - before), max: scale }),
    )
    .map(([integer, places]) => withPoint(integer, places))
  const short = fc
    .tuple(fc.integer({ min: -2000, max: 2000 }), fc.constantFrom(0, 1, 2))
    .map(([integer, places]) => withPoint(BigInt(integer), places))
  return fc.oneof(
    fc.constantFrom("0", "-0", "0.0", "0.1", "-0.1", "0.3", "19.99", "19.9900", "1e2", "-15E-1", "1000"),
    fc.constantFrom(
      "9007199254740992",
      "9007199254740993",
      "-9007199254740993",
      "9007199254740992.5",
      "0.0000000001",
    ),
    short,
    scaled,
  )
}

/** The digits of `integer` / 10^places. */
function withPoint(integer: bigint, places: number): string {
  const sign = integer < 0n ? "-" : ""
  const digits = String(integer < 0n ? -integer : integer).padStart(places + 1, "0")
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** A day of the calendar in these years. */
export function date(first: string, last: string) {
  return fc.oneof(
    fc.constantFrom(first, last, "2024-02-29", "2024-02-28", "2024-03-01", "1969-12-31", "1970-01-01"),
    fc
      .date({ min: new Date(first), max: new Date(last), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  )
}

/** Values of a type, and often one of its spellings, so that filters and records spell the same value differently. */
export function withSpellings<Value>(
  ordinary: fc.Arbitrary<Value>,
  spelled: readonly Value[],
): fc.Arbitrary<Value> {
  if (spelled.length === 0) return ordinary
  return fc.oneof({ weight: 4, arbitrary: ordinary }, { weight: 1, arbitrary: fc.constantFrom(...spelled) })
}
