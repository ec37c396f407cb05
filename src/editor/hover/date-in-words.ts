const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]

/** A canonical date or date-time in words: `Thursday, 29 February 2024` or `Thursday, 29 February 2024, 12:30:00.5 UTC`. */
export function dateInWords(canonical: string): string {
  const [day = "", time] = canonical.split("T")
  const date = new Date(`${day}T00:00:00Z`)
  const words = `${WEEKDAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${day.slice(0, 4)}`
  return time === undefined ? words : `${words}, ${time.slice(0, -1)} UTC`
}
