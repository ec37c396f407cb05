/** The lengths of usual date-times. */
export const lengths = {
  day: "2024-02-29".length,
  second: "2024-02-29T12:30:00Z".length,
  milli: "2024-02-29T12:30:00.000Z".length,
} as const

/** 29 February is left out because a regular expression cannot tell leap years. */
const USUAL =
  /^\d\d\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d\d\d)?Z)?$/

/**
 * Whether the text is a full-date, or a date-time in UTC to the second or the millisecond: the spellings that programs
 * write. Usual date-times of the same length sort by time. Some valid date-times are not usual.
 */
export function isUsualDatetime(text: string): boolean {
  return USUAL.test(text)
}
