import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  canonicalDatetime,
  hasInstant,
  type Instant,
  instantOf,
  isoSeconds,
  readInstant,
  sortableDatetime,
  sortableInstant,
} from "../../src/text/datetime.ts"
import { isUsualDatetime, lengths } from "../../src/text/usual-datetime.ts"
import { runs } from "../properties/runs.ts"

const FIRST = Date.parse("0000-01-01T00:00:00.000Z")
const LAST = Date.parse("9999-12-31T23:59:59.999Z")
const HOUR = 3_600_000

const millis = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc.integer({ min: FIRST, max: FIRST + 48 * HOUR }),
  fc.integer({ min: LAST - 48 * HOUR, max: LAST }),
  fc.integer({ min: -48 * HOUR, max: 48 * HOUR }),
  fc.constantFrom(
    FIRST,
    LAST,
    -1,
    0,
    1,
    Date.parse("2024-02-29T00:00:00Z"),
    Date.parse("2000-02-29T23:59:59Z"),
  ),
)

/** An offset in minutes and its spelling. */
const offset = fc.oneof(
  fc.constantFrom({ minutes: 0, text: "Z" }, { minutes: 0, text: "z" }, { minutes: 0, text: "-00:00" }),
  fc.integer({ min: -1439, max: 1439 }).map((minutes) => {
    const size = Math.abs(minutes)
    const text = `${minutes < 0 ? "-" : "+"}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
    return { minutes, text }
  }),
)

/** A valid date-time and the instant that it means. */
const datetime = fc
  .record({
    millis,
    offset,
    separator: fc.constantFrom("T", "t"),
    fraction: fc.oneof(
      fc.constant(""),
      fc.constantFrom("0", "000000000", "5", "500", "120", "000001", "000000001", "999999999"),
      fc.stringMatching(/^[0-9]{1,9}$/),
    ),
  })
  .map(({ millis, offset, separator, fraction }) => {
    const seconds = Math.floor(millis / 1000)
    const local = new Date((seconds + offset.minutes * 60) * 1000).toISOString()
    const text = `${local.slice(0, 10)}${separator}${local.slice(11, 19)}${fraction && `.${fraction}`}${offset.text}`
    return { text, instant: { seconds, nanos: Number(fraction.padEnd(9, "0")) } }
  })
  // toISOString writes years outside of 0000 to 9999 with a sign.
  .filter(({ text }) => /^\d{4}-/.test(text))

/** A full-date and the instant that it means. */
const fullDate = millis.map((millis) => {
  const text = new Date(millis).toISOString().slice(0, 10)
  return { text, instant: { seconds: Date.parse(`${text}T00:00:00Z`) / 1000, nanos: 0 } }
})

const valid = fc.oneof({ weight: 3, arbitrary: datetime }, fullDate)

/** A valid date-time with one change, which is valid at times, or any text. */
const text = fc.oneof(
  valid.map(({ text }) => text),
  fc
    .tuple(valid, fc.nat(), fc.nat({ max: 2 }), fc.stringMatching(/^[-0-9TtZz:.+ ]{0,2}$/))
    .map(([{ text }, position, removed, added]) => {
      const at = position % (text.length + 1)
      return text.slice(0, at) + added + text.slice(at + removed)
    }),
  fc.string(),
)

function twoDigits(value: number): string {
  return String(value).padStart(2, "0")
}

function compareInstants(a: Instant, b: Instant): number {
  return Math.sign(a.seconds - b.seconds || a.nanos - b.nanos)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

describe("readInstant", () => {
  test("reads every valid date-time with every offset", () => {
    fc.assert(
      fc.property(valid, ({ text, instant }) => {
        expect(readInstant(text)).toEqual(instant)
      }),
      runs(3000),
    )
  })

  test("agrees with Date.parse to the millisecond", () => {
    fc.assert(
      fc.property(datetime, ({ text }) => {
        // JavaScript's own format has capital letters and at most three digits of a second.
        const iso = text.toUpperCase().replace(/(\.\d{3})\d+/, "$1")
        const { seconds, nanos } = readInstant(text) as Instant
        expect(seconds * 1000 + Math.floor(nanos / 1e6)).toBe(Date.parse(iso))
      }),
      runs(1000),
    )
  })

  test.each([0, 1, 4, 99, 100, 400, 1582, 1900, 1970, 2000, 2023, 2024, 2100, 9996, 9999])(
    "accepts exactly the days of the year %i",
    (year) => {
      const name = String(year).padStart(4, "0")
      const days = new Set<string>()
      for (let time = Date.parse(`${name}-01-01T00:00:00Z`); ; time += 24 * HOUR) {
        const day = new Date(time).toISOString().slice(0, 10)
        if (!day.startsWith(name) || days.has(day)) break
        days.add(day)
      }
      const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      expect(days.size).toBe(isLeapYear ? 366 : 365)
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const text = `${name}-${twoDigits(month)}-${twoDigits(day)}`
          expect([text, readInstant(text) !== undefined]).toEqual([text, days.has(text)])
          expect(readInstant(`${text}T12:00:00Z`) !== undefined).toBe(days.has(text))
        }
      }
    },
  )

  test.each([
    ["1970-01-01", 0, 0],
    ["1970-01-01T00:00:00.000000001Z", 0, 1],
    ["1969-12-31T23:59:59.5Z", -1, 500_000_000],
    ["2024-02-29T12:30:00+01:00", 1709206200, 0],
    ["2024-02-29T12:30:00-23:59", 1709296140, 0],
    ["2024-02-29t12:30:00.25z", 1709209800, 250_000_000],
    ["2024-02-29T12:30:00-00:00", 1709209800, 0],
    ["0000-01-01T00:00:00Z", -62167219200, 0],
    ["0000-01-01T00:00:00-00:01", -62167219140, 0],
    ["9999-12-31T23:59:59.999999999Z", 253402300799, 999_999_999],
    ["9999-12-31T23:59:59+00:01", 253402300739, 0],
  ])("reads %s", (text, seconds, nanos) => {
    expect(readInstant(text)).toEqual({ seconds, nanos })
  })

  test.each([
    ["a leap second", "2016-12-31T23:59:60Z"],
    ["a leap second with an offset", "2017-01-01T00:59:60+01:00"],
    ["an hour of 24", "2024-02-29T24:00:00Z"],
    ["a minute of 60", "2024-02-29T12:60:00Z"],
    ["an offset of 24 hours", "2024-02-29T12:30:00+24:00"],
    ["an offset of 60 minutes", "2024-02-29T12:30:00+01:60"],
    ["an instant before the year 0000", "0000-01-01T00:00:00+00:01"],
    ["an instant after the year 9999", "9999-12-31T23:59:59-00:01"],
    ["ten digits of a second", "2024-02-29T12:30:00.0000000001Z"],
    ["a point without digits", "2024-02-29T12:30:00.Z"],
    ["a comma before the digits", "2024-02-29T12:30:00,5Z"],
    ["no offset", "2024-02-29T12:30:00"],
    ["an offset without minutes", "2024-02-29T12:30:00+01"],
    ["an offset without a colon", "2024-02-29T12:30:00+0100"],
    ["an offset with a minus sign of Unicode", "2024-02-29T12:30:00\u221201:00"],
    ["an offset after Z", "2024-02-29T12:30:00Z+01:00"],
    ["no seconds", "2024-02-29T12:30Z"],
    ["a space for T", "2024-02-29 12:30:00Z"],
    ["a date with an offset", "2024-02-29Z"],
    ["white space at the start", " 2024-02-29"],
    ["white space at the end", "2024-02-29 "],
    ["a line feed at the end", "2024-02-29T12:30:00Z\n"],
    ["a year of five digits", "12024-02-29"],
    ["a year with a sign", "+002024-02-29"],
    ["a year of two digits", "24-02-29"],
    ["a month of one digit", "2024-2-29"],
    ["a date without a day", "2024-02"],
    ["a date without hyphens", "20240229"],
    ["a day of a week", "2024-W09-4"],
    ["a day of a year", "2024-060"],
    ["other digits", "２０２４-０２-２９"],
    ["nothing", ""],
  ])("refuses %s", (_, text) => {
    expect(readInstant(text)).toBeUndefined()
    expect(canonicalDatetime(text)).toBeUndefined()
    expect(isUsualDatetime(text)).toBe(false)
  })
})

describe("canonicalDatetime", () => {
  test("accepts exactly the texts that readInstant accepts, and means the same instant", () => {
    fc.assert(
      fc.property(text, (text) => {
        const canonical = canonicalDatetime(text)
        expect(canonical === undefined ? undefined : readInstant(canonical)).toEqual(readInstant(text))
      }),
      runs(3000),
    )
  })

  test("has one spelling for each instant", () => {
    fc.assert(
      fc.property(valid, offset, ({ text, instant }, { minutes, text: suffix }) => {
        const canonical = canonicalDatetime(text) as string
        expect(canonical).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,8}[1-9])?Z$/)
        expect(canonicalDatetime(canonical)).toBe(canonical)
        const local = new Date((instant.seconds + minutes * 60) * 1000).toISOString()
        fc.pre(/^\d{4}-/.test(local))
        const other = `${local.slice(0, 19)}.${String(instant.nanos).padStart(9, "0")}${suffix}`
        expect(canonicalDatetime(other)).toBe(canonical)
      }),
      runs(1000),
    )
  })

  test.each([
    ["2024-02-28", "2024-02-28T00:00:00Z"],
    ["2024-02-29", "2024-02-29T00:00:00Z"],
    ["2024-03-01T12:30:00Z", "2024-03-01T12:30:00Z"],
    ["2024-03-01T12:30:00.000Z", "2024-03-01T12:30:00Z"],
    ["2024-03-01T12:30:00.100Z", "2024-03-01T12:30:00.1Z"],
    ["2024-03-01T12:30:00.001Z", "2024-03-01T12:30:00.001Z"],
    ["2024-03-01T10:00:00.000Z", "2024-03-01T10:00:00Z"],
    ["2024-03-01t12:30:00.000000010z", "2024-03-01T12:30:00.00000001Z"],
    ["2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00Z"],
    ["2023-12-31T23:30:00-01:00", "2024-01-01T00:30:00Z"],
  ])("%s is %s", (text, canonical) => {
    expect(canonicalDatetime(text)).toBe(canonical)
  })
})

describe("sortableInstant", () => {
  test("sorts as a string in the order of time", () => {
    fc.assert(
      fc.property(valid, valid, ({ instant: a }, { instant: b }) => {
        expect(compareTexts(sortableInstant(a), sortableInstant(b))).toBe(compareInstants(a, b))
      }),
      runs(1000),
    )
  })

  test("means the same instant", () => {
    fc.assert(
      fc.property(valid, ({ instant }) => {
        expect(readInstant(sortableInstant(instant))).toEqual(instant)
      }),
      runs(1000),
    )
  })

  test("is what sortableDatetime writes for the canonical date-time", () => {
    fc.assert(
      fc.property(valid, ({ text, instant }) => {
        expect(sortableDatetime(canonicalDatetime(text) as string)).toBe(sortableInstant(instant))
      }),
      runs(1000),
    )
  })

  test("always has nine digits of a second", () => {
    expect(sortableInstant({ seconds: 0, nanos: 0 })).toBe("1970-01-01T00:00:00.000000000Z")
    expect(sortableInstant({ seconds: -1, nanos: 5 })).toBe("1969-12-31T23:59:59.000000005Z")
  })
})

/** Whether the text is a date-time on another day than 29 February. */
function isOrdinary(text: string): boolean {
  return readInstant(text) !== undefined && !text.includes("-02-29")
}

/** Every two digits. */
const PAIRS = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"))
const MONTHS = PAIRS.slice(1, 13)
const DAYS = PAIRS.slice(1, 29)

describe("isUsualDatetime", () => {
  test("accepts only date-times", () => {
    fc.assert(
      fc.property(text, (text) => {
        if (isUsualDatetime(text)) expect(readInstant(text)).toBeDefined()
      }),
      runs(3000),
    )
  })

  test("accepts every date-time in UTC to the day, the second or the millisecond, but for 29 February", () => {
    fc.assert(
      fc.property(millis, fc.constantFrom(10, 19, 23), (millis, length) => {
        const iso = new Date(millis).toISOString().slice(0, length)
        const text = length === 10 ? iso : `${iso}Z`
        expect(Object.values(lengths)).toContain(text.length)
        expect(isUsualDatetime(text)).toBe(!text.includes("-02-29"))
      }),
      runs(2000),
    )
  })

  test.each<readonly [part: string, texts: (digits: string) => readonly string[]]>([
    ["month", (digits) => DAYS.map((day) => `2023-${digits}-${day}`)],
    ["day", (digits) => MONTHS.map((month) => `2023-${month}-${digits}T12:30:00Z`)],
    ["day in a leap year", (digits) => MONTHS.map((month) => `2024-${month}-${digits}T12:30:00.000Z`)],
    ["hour", (digits) => [`2024-02-28T${digits}:30:00Z`, `2024-02-28T${digits}:30:00.000Z`]],
    ["minute", (digits) => [`2024-02-28T12:${digits}:00Z`, `2024-02-28T12:${digits}:00.000Z`]],
    ["second", (digits) => [`2024-02-28T12:30:${digits}Z`, `2024-02-28T12:30:${digits}.000Z`]],
  ])("agrees with readInstant on every two digits of a %s", (_, texts) => {
    for (const text of PAIRS.flatMap(texts))
      expect([text, isUsualDatetime(text)]).toEqual([text, isOrdinary(text)])
  })

  test("refuses a usual text with one character changed, added or removed, unless it is still a date-time", () => {
    const usual = fc.constantFrom("2024-12-31", "2024-02-28T12:30:00Z", "2024-10-20T20:30:40.567Z")
    const change = fc.tuple(usual, fc.nat(24), fc.nat(1), fc.constantFrom("", ..."09-:.TtZz+ \n٣/;"))
    fc.assert(
      fc.property(change, ([text, at, removed, added]) => {
        const changed = text.slice(0, at) + added + text.slice(at + removed)
        const hasUsualForm = Object.values(lengths).includes(changed.length as 10) && !/[tz+]/.test(changed)
        expect(isUsualDatetime(changed)).toBe(hasUsualForm && isOrdinary(changed))
      }),
      runs(3000),
    )
  })

  test("texts of one length sort in the order of time", () => {
    const usual = fc.constantFrom(10, 19, 23).chain((length) =>
      fc.tuple(millis, millis).map((pair) =>
        pair.map((millis) => {
          const iso = new Date(millis).toISOString().slice(0, length)
          return length === 10 ? iso : `${iso}Z`
        }),
      ),
    )
    fc.assert(
      fc.property(usual, ([a = "", b = ""]) => {
        fc.pre(isUsualDatetime(a) && isUsualDatetime(b))
        const [first, second] = [readInstant(a) as Instant, readInstant(b) as Instant]
        expect(compareTexts(a, b)).toBe(compareInstants(first, second))
      }),
      runs(1000),
    )
  })

  test.each([
    "2023-02-29",
    "2024-02-29",
    " 2024-01-01",
    "2024-01-01\n",
    "2024-01-01T12:30:00Z and more",
    "2024-01-01T12:30:00.00Z",
    "2024-01-01T12:30:00z",
    "2024-01-01t12:30:00Z",
    "2024-01-01T12:30:00.0Z",
    "2024-01-01T12:30:00.000000Z",
    "2024-01-01T12:30:00+00:00",
  ])("refuses %s", (text) => {
    expect(isUsualDatetime(text)).toBe(false)
  })
})

describe("a Date", () => {
  test("has the instant of its ISO text", () => {
    fc.assert(
      fc.property(millis, (millis) => {
        const date = new Date(millis)
        expect(hasInstant(date)).toBe(true)
        expect(instantOf(date)).toEqual(readInstant(date.toISOString()))
      }),
      runs(1000),
    )
  })

  test.each([
    ["an invalid one", Number.NaN],
    ["the last millisecond before the year 0000", FIRST - 1],
    ["the first millisecond after the year 9999", LAST + 1],
    ["the earliest one", -8.64e15],
    ["the latest one", 8.64e15],
  ])("has no instant: %s", (_, millis) => {
    expect(hasInstant(new Date(millis))).toBe(false)
    expect(instantOf(new Date(millis))).toBeUndefined()
  })
})

test("isoSeconds writes a date and a time without an offset", () => {
  expect(isoSeconds(0)).toBe("1970-01-01T00:00:00")
  expect(isoSeconds(-62167219200)).toBe("0000-01-01T00:00:00")
  expect(isoSeconds(253402300799)).toBe("9999-12-31T23:59:59")
})
