import type { Customer } from "../examples/demo/customers.ts"
import { isUsualDatetime } from "../src/text/usual-datetime.ts"
import { timeEach } from "./clock.ts"
import { duration, ratio, type Table } from "./table.ts"

const SINCE = "2025-01-01T00:00:00.000Z"
const MILLIS = Date.parse(SINCE)

/** Matches nothing, after looking at one character. */
const NOTHING = /^x/
const DIGITS = /^\d\d\d\d-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d\d\d)?Z)?$/
const ALTERNATIVES =
  /^\d\d\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d\d\d)?Z)?$/

/** Adds up the characters without a loop, and tests none of them. */
const sumOfCharacters = new Function(
  "text",
  `return ${Array.from(SINCE, (_, i) => `text.charCodeAt(${i})`).join("+")}`,
) as (text: string) => number

/** Whether the month, day and hour exist, in a text that matches {@link DIGITS}. A second step after a pattern. */
function existsInCalendar(text: string): boolean {
  const number = (at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
  const [month, day] = [number(5), number(8)]
  return month > 0 && month < 13 && day > 0 && day <= (DAYS[month] as number) && number(11) < 24
}
const DAYS = new Uint8Array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])

/** Ways to find out whether a text is at or after a date-time. The first ones do less than is needed. */
const ways: Readonly<Record<string, (text: string) => boolean>> = {
  "compare as text, check nothing": (text) => text >= SINCE,
  "a pattern of one character, and compare": (text) => !NOTHING.test(text) && text >= SINCE,
  "read all characters, and compare": (text) => sumOfCharacters(text) > 0 && text >= SINCE,
  "a pattern without calendar, and compare": (text) => DIGITS.test(text) && text >= SINCE,
  "the same, then the calendar by characters": (text) =>
    DIGITS.test(text) && existsInCalendar(text) && text >= SINCE,
  "a pattern of alternatives, and compare": (text) => ALTERNATIVES.test(text) && text >= SINCE,
  "isUsualDatetime, and compare": (text) => isUsualDatetime(text) && text >= SINCE,
  "Date.parse": (text) => Date.parse(text) >= MILLIS,
}

/** What it costs to check the date-times that a predicate compares. */
export async function datetimeTable(records: readonly Customer[]): Promise<Table> {
  // Not all ways accept a leap day.
  const texts = records.map(({ createdAt }) => createdAt).filter((text) => !text.includes("-02-29"))
  const loops = Object.entries(ways).map(([name, way]) => [name, loopOf(way)] as const)
  const found = loops.map(([, loop]) => loop(texts))
  if (new Set(found).size !== 1) throw new Error(`The ways find different numbers of texts: ${found}`)
  const times = await timeEach(Object.fromEntries(loops.map(([name, loop]) => [name, () => loop(texts)])))
  const least = Math.min(...Object.values(times))
  return {
    title: "Date-times: the cost of checking a text",
    note:
      `The condition \`createdAt >= ${SINCE}\` on ${texts.length.toLocaleString("en")} different texts. A text that is not a date-time must be refused, so every character counts. ` +
      "Two rows show limits: a pattern of one character is the least that any pattern costs, and reading all characters the least that tests of characters cost.",
    columns: ["", "per text", "× compare as text"],
    rows: Object.entries(times).map(([name, time]) => [
      name,
      duration(time / texts.length),
      ratio(time, least),
    ]),
  }
}

/** A loop of its own for each way, so that V8 can inline the way. */
function loopOf(way: (text: string) => boolean): (texts: readonly string[]) => number {
  const source = "let n=0;for(const text of texts)if(way(text))n++;return n"
  const loop = new Function("way", "texts", `/* ${way} */${source}`) as (
    ...parts: [typeof way, readonly string[]]
  ) => number
  return (texts) => loop(way, texts)
}
