/** What to write instead of a `+` that a query string has turned into a space. */
export const ENCODE_PLUS = "a + in a query string means a space: encode it as %2B"

/** The longest email address that can be used. */
const LONGEST_ADDRESS = 254

/** Whether a text is an email address with a space before the `@`: `jane doe@example.com` was probably `jane+doe@…`. */
export function hasLostPlus(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && /^[^\s@]+(?: [^\s@]+)+@[^\s@]+$/.test(text)
}
