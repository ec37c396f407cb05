import { sortableDecimal } from "../src/text/decimal.ts"

/** Standard input is not a record of the schema. */
export class RecordError extends Error {
  override readonly name = "RecordError"
  /** What to do instead. */
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/**
 * Reads a record from JSON. A number that JavaScript would round becomes a text of its digits, because the fields with
 * numbers accept both.
 *
 * @throws RecordError when the text is not JSON
 */
export function readRecord(text: string): unknown {
  try {
    JSON.parse(text)
  } catch (error) {
    throw new RecordError(`The record is not JSON: ${(error as Error).message}`, "write one JSON object")
  }
  return JSON.parse(text.replace(STRING_OR_NUMBER, (token) => (isRounded(token) ? `"${token}"` : token)))
}

/** The strings are matched too, so that the numbers in them are not. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

function isRounded(token: string): boolean {
  const number = Number(token)
  if (token.startsWith('"') || Number.isSafeInteger(number)) return false
  return /^-?\d+$/.test(token) || sortableDecimal(String(number)) !== sortableDecimal(token)
}
