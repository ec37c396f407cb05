/**
 * Decodes a part of a query string: percent-encoded UTF-8, in which `+` is a space.
 *
 * @returns undefined if a `%` does not begin an escape, or if the bytes are not UTF-8
 */
export function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded.replaceAll("+", " "))
  } catch {
    return undefined
  }
}

/** The first part that cannot be decoded of a text that cannot be: a `%` with what follows it, or a sequence of escapes. */
export function firstInvalid(encoded: string): string {
  const sequences = Array.from(encoded.matchAll(/(?:%[\da-f]{2})+|%.{0,2}/gis), ([sequence]) => sequence)
  return sequences.find((sequence) => decode(sequence) === undefined) as string
}
