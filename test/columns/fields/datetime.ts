import { date } from "./date.ts"
import { type FieldValues, ORDERED } from "./field-values.ts"

/** Date-times as a database says them: seconds since 1970 with a fraction, or a text in UTC. */
const SECONDS = /^(-?)(\d+)(?:\.(\d+))?$/
const TEXT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|\+00:00)?)?$/

export const datetime: FieldValues = {
  operators: ORDERED,
  values: [
    ...["2024-01-01T00:00:00Z", "2024-01-01T00:00:00.000001Z", "2024-01-01T00:00:00.001Z"],
    ...[
      "2023-12-31T23:59:59.999999Z",
      "2023-12-31T23:59:59Z",
      "2023-12-31T23:59:59.999Z",
      "2024-01-01T12:30:00Z",
    ],
    ...["2024-02-29T00:00:00Z", "2024-02-29T18:30:00Z", "2024-03-10T02:30:00Z", "2024-03-10T07:00:00Z"],
    ...["2024-11-03T05:30:00Z", "2024-11-03T06:30:00Z", "2024-01-01T05:00:00Z", "2023-12-31T18:30:00Z"],
    ...["1970-01-01T00:00:00Z", "1970-01-01T00:00:01Z", "1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z"],
    ...[
      "2000-01-01T00:00:00Z",
      "2038-01-19T03:14:07Z",
      "2038-01-19T03:14:08Z",
      "2024-06-15T12:00:00.123456Z",
    ],
    ...[
      "2024-06-15T12:00:00.123Z",
      "2024-06-15T12:00:00.120Z",
      "2024-06-15T12:00:00Z",
      "2024-06-15T12:00:00.5Z",
    ],
    ...[
      "0001-01-01T00:00:00Z",
      "9999-12-31T23:59:59.999999Z",
      "9999-12-31T00:00:00Z",
      "1000-01-01T00:00:00Z",
    ],
    ...["1900-01-01T00:00:00Z", "1925-01-01T00:00:00Z", "2105-12-31T00:00:00Z", "2149-06-06T00:00:00Z"],
    ...["0000-01-01T00:00:00Z", "0000-12-31T23:59:59Z", "2262-04-11T23:47:16Z", "1677-09-21T00:12:44Z"],
    ...["2024-06-15T12:00:00.123456789Z", "2024-06-15T12:00:00.000000001Z", "2024-01-01T00:00:00.999999999Z"],
  ],
  random: (random) => {
    const time = new Date((random.below(4_000_000_000) - 1_000_000_000) * 1000).toISOString().slice(0, 19)
    return `${time}${random.pick(["", "", `.${random.below(10)}`, `.${100_000 + random.below(900_000)}`])}Z`
  },
  record: recorded,
  recordValue: (value) => value,
  neighbour(random, value) {
    const text = isoOf(nanosecondsOf(value) + random.pick(NEIGHBOURS))
    return text ?? value
  },
  foreign: [
    ...["2024-01-01T00:00:00.0000001Z", "2024-06-15T12:00:00.123456789Z", "0000-01-01T00:00:00Z"],
    ...[
      "9999-12-31T23:59:59.999999999Z",
      "0001-01-01T00:00:00Z",
      "2500-01-01T00:00:00Z",
      "1800-01-01T00:00:00Z",
    ],
  ],
  operand(random, value) {
    const nanoseconds = nanosecondsOf(value)
    const minutes = random.pick([0, 0, 0, -300, 330, 60, -1])
    const local = isoOf(nanoseconds + BigInt(minutes) * MINUTE)
    if (local === undefined || minutes === 0) {
      const isMidnight = value.endsWith("T00:00:00Z")
      return { json: `"${isMidnight && random.below(2) === 0 ? value.slice(0, 10) : value}"`, value }
    }
    const two = (count: number) => String(count).padStart(2, "0")
    const size = Math.abs(minutes)
    const offset = `${minutes < 0 ? "-" : "+"}${two(Math.trunc(size / 60))}:${two(size % 60)}`
    return { json: `"${local.slice(0, -1)}${offset}"`, value }
  },
}

/** Midnights in UTC: what a column of dates holds. */
export const MIDNIGHTS = date.values.map((day) => `${day}T00:00:00Z`)

/** Date-times of the years 1970 to 2105, which 32 bits of seconds hold. */
export const IN_32_BITS = datetime.values.filter((value) => value >= "1970-01-01" && value < "2106")

const MINUTE = 60_000_000_000n
const NEIGHBOURS = [
  1n,
  -1n,
  1000n,
  -1000n,
  500n,
  1_000_000n,
  -1_000_000n,
  1_000_000_000n,
  -MINUTE,
  86_400_000_000_000n,
]

function recorded(text: string): string | undefined {
  const seconds = SECONDS.exec(text)
  if (seconds !== null) {
    const [, sign, whole = "", fraction = ""] = seconds
    const magnitude = BigInt(whole) * 1_000_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, "0"))
    return isoOf(sign === "-" ? -magnitude : magnitude)
  }
  const [, day, time = "00:00:00", fraction = ""] = TEXT.exec(text) ?? []
  return day === undefined ? undefined : isoOf(nanosecondsOf(`${day}T${time}.${fraction || "0"}Z`))
}

/** Nanoseconds since 1970. */
function nanosecondsOf(value: string): bigint {
  const [seconds = "", fraction = ""] = value.slice(0, -1).split(".")
  return BigInt(Date.parse(`${seconds}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, "0"))
}

/** The shortest text of an instant. Undefined outside of the years 0000 to 9999. */
function isoOf(nanoseconds: bigint): string | undefined {
  const rest = ((nanoseconds % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n
  const milliseconds = Number((nanoseconds - rest) / 1_000_000n)
  if (Math.abs(milliseconds) > 8.64e15) return undefined
  const text = new Date(milliseconds).toISOString()
  if (!/^\d{4}-/.test(text)) return undefined
  const fraction = rest === 0n ? "" : `.${String(rest).padStart(9, "0").replace(/0+$/, "")}`
  return `${text.slice(0, 19)}${fraction}Z`
}
