/** The lengths of usual date-times. */
export const lengths = {
  /** 2024-02-29 */
  day: 10,
  /** 2024-02-29T12:30:00Z */
  second: 20,
  /** 2024-02-29T12:30:00.000Z */
  milli: 24,
} as const

/**
 * Matches every text that is not usual: a search without a match is faster, because V8 need not record one.
 *
 * An alternative that the digits of a usual text choose, such as `0[1-9]|1[0-2]`, costs a mispredicted branch. So
 * classes read the digits, and lookaheads refuse what the classes let through. A usual text chooses none of these
 * alternatives, and V8 tests each of them with one mask: 1[4-7] and 1[89], but not 1[3-9].
 *
 * 29 February is left out because a regular expression cannot tell leap years.
 */
const UNUSUAL =
  /^(?!\d\d\d\d-(?:(?!00|13|1[4-7]|1[89])[01]\d-(?!00|29)[0-2]\d|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(?:T(?!2[4-7]|2[89])[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d\d\d)?Z)?$)/

/**
 * Whether the text is a full-date, or a date-time in UTC to the second or the millisecond: the spellings that programs
 * write. Usual date-times of the same length sort by time. Some valid date-times are not usual.
 */
export function isUsualDatetime(text: string): boolean {
  return !UNUSUAL.test(text)
}
