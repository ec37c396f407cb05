import { expect, test, vi } from "vitest"
import { daysOf } from "../../src/text/first-instant.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const iso = (instant: number) => new Date(instant).toISOString()

/** The local dates of a zone as texts in their order. */
function datesIn(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone })
  return (instant) => format.format(instant)
}

/** Tries every minute. */
function firstMinute(timeZone: string, day: string): number {
  const dateAt = datesIn(timeZone)
  let instant = Date.parse(day) - 16 * HOUR
  while (dateAt(instant) < day) instant += MINUTE
  return instant
}

function nextDay(day: string): string {
  return iso(Date.parse(day) + 24 * HOUR).slice(0, 10)
}

const days: readonly [why: string, timeZone: string, days: readonly string[]][] = [
  ["has no changes", "UTC", ["1970-01-01", "2024-02-29"]],
  ["changes by night", "Europe/Paris", ["2024-03-31", "2024-10-27", "2024-12-31"]],
  ["changes by night, west of UTC", "America/New_York", ["2024-03-10", "2024-11-03"]],
  ["skips midnight", "America/Sao_Paulo", ["2017-10-15", "2018-02-18", "2018-11-04"]],
  ["skips midnight", "Asia/Beirut", ["2023-03-30", "2023-10-29"]],
  ["skips midnight", "America/Havana", ["2023-03-12", "2023-11-05"]],
  ["skips midnight", "Africa/Cairo", ["2024-04-26", "2024-10-31", "2024-11-01"]],
  ["skips midnight", "America/Asuncion", ["2023-10-01", "2024-03-24"]],
  ["skips midnight", "Asia/Tehran", ["2021-03-22", "2021-09-21", "2021-09-22"]],
  ["skips midnight", "America/Santiago", ["2024-04-06", "2024-04-07", "2024-09-08"]],
  ["changes one minute after midnight", "America/St_Johns", ["1988-04-03", "1988-10-30", "2006-10-29"]],
  ["changes one minute after midnight", "America/Goose_Bay", ["2010-03-14", "2010-11-07"]],
  ["skips a day", "Pacific/Apia", ["2011-12-29", "2011-12-30", "2011-12-31"]],
  ["skips a day", "Pacific/Kwajalein", ["1993-08-20", "1993-08-21", "1993-08-22"]],
  ["skips a day", "Pacific/Enderbury", ["1994-12-31", "1995-01-01"]],
  ["is far east", "Pacific/Kiritimati", ["2024-01-01"]],
  ["is far west", "Pacific/Pago_Pago", ["2024-01-01"]],
  ["has three quarters of an hour", "Asia/Kathmandu", ["1986-01-01", "2024-01-01"]],
  ["changes by half an hour", "Australia/Lord_Howe", ["2024-04-07", "2024-10-06"]],
  ["changed by three hours", "Antarctica/Casey", ["2010-03-05", "2018-03-11"]],
]

test.each(days)("a day begins at the first minute with its date in a zone that %s: %s", (_, zone, list) => {
  const zoneDays = daysOf(zone)
  for (const day of list) {
    expect(iso(zoneDays.begin(day)), day).toBe(iso(firstMinute(zone, day)))
    expect(iso(zoneDays.end(day)), day).toBe(iso(firstMinute(zone, nextDay(day))))
  }
})

test("the second before a day has an earlier date in every zone", () => {
  const zones = Intl.supportedValuesOf("timeZone")
  expect(zones.length).toBeGreaterThan(400)
  const some = ["1972-06-30", "1988-10-30", "2011-12-30", "2023-10-29", "2024-03-31"]
  for (const zone of zones) {
    const zoneDays = daysOf(zone)
    const dateAt = datesIn(zone)
    for (const day of some) {
      const begin = zoneDays.begin(day)
      expect(dateAt(begin) >= day && dateAt(begin - 1000) < day, `${day} in ${zone}`).toBe(true)
    }
  }
})

test.each([
  // A local time to the second, before zones.
  ["Europe/Paris", "1800-01-01", "1799-12-31T23:50:39.000Z"],
  // The territory crossed the date line: clocks were turned back by a day.
  ["America/Juneau", "1867-10-19", "1867-10-18T08:57:41.000Z"],
  ["Asia/Manila", "1844-12-31", "1844-12-31T15:56:08.000Z"],
  ["Asia/Manila", "1845-01-01", "1844-12-31T15:56:08.000Z"],
  ["Europe/Paris", "0099-03-01", "0099-02-28T23:50:39.000Z"],
  ["UTC", "0000-01-01", "0000-01-01T00:00:00.000Z"],
  ["Europe/Paris", "0000-01-01", "-000001-12-31T23:50:39.000Z"],
  ["America/New_York", "9999-12-31", "9999-12-31T05:00:00.000Z"],
])("in %s, %s begins at %s", (zone, day, instant) => {
  expect(iso(daysOf(zone).begin(day))).toBe(instant)
})

test("a day is computed once", () => {
  const asked = vi.spyOn(Intl.DateTimeFormat.prototype, "formatToParts")
  try {
    const days = daysOf("Europe/Paris")
    const [begin, end] = [days.begin("2024-03-31"), days.end("2024-03-31")]
    const { length } = asked.mock.calls
    expect(length).toBeGreaterThan(0)
    expect([days.begin("2024-03-31"), days.end("2024-03-30")]).toEqual([begin, begin])
    expect([days.end("2024-03-31"), days.begin("2024-04-01")]).toEqual([end, end])
    expect(asked).toHaveBeenCalledTimes(length)
  } finally {
    asked.mockRestore()
  }
})

test("the day after the last one begins too", () => {
  expect(iso(daysOf("Pacific/Kiritimati").end("9999-12-31"))).toBe("9999-12-31T10:00:00.000Z")
  expect(iso(daysOf("UTC").end("9999-12-31"))).toBe("+010000-01-01T00:00:00.000Z")
})

test.each([
  ["Europe/Pariss", '"Europe/Pariss"'],
  ["", '""'],
  [undefined, "undefined"],
  [null, "object"],
  [2, "number"],
  [Symbol.iterator, "symbol"],
])("%s is no time zone", (zone, found) => {
  expect(() => daysOf(zone as string)).toThrow(
    new RangeError(`timeZone must be the name of a time zone, such as "Europe/Paris", not ${found}`),
  )
})
