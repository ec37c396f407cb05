import { roundestBetween } from "./roundest-between.ts"

const FORM = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const FORM_IN_ANY_CASE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether the text is a UUID as RFC 9562 writes it, in lower case. */
export function isLowerCaseUuid(text: string): boolean {
  return FORM.test(text)
}

/** The lower-case spelling of a UUID that is written as in RFC 9562. Undefined for another text. */
export function canonicalUuid(text: string): string | undefined {
  if (isLowerCaseUuid(text)) return text
  return FORM_IN_ANY_CASE.test(text) ? text.toLowerCase() : undefined
}

/** Finds the least UUID strictly between two UUIDs in lower case. Undefined only if there is no such UUID. */
export function uuidBetween(below: string | undefined, above: string | undefined): string | undefined {
  const found = roundestBetween(
    below === undefined ? -1n : integerOf(below),
    above === undefined ? 1n << 128n : integerOf(above),
    [1n],
  )
  return found
    ?.toString(16)
    .padStart(32, "0")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
}

function integerOf(uuid: string): bigint {
  return BigInt(`0x${uuid.replaceAll("-", "")}`)
}
