import { decode } from "../text/percent-encoding.ts"

/** One parameter of a query. */
export interface Parameter {
  /** The parameter as it was written. */
  readonly source: string
  /** Undefined if it cannot be decoded. */
  readonly name: string | undefined
  /** A text, or what the parser of a query made of it. Undefined if it cannot be decoded. */
  readonly value: unknown
}

/** The parameters that a query has, and what looks like one. */
export interface Parameters {
  readonly all: readonly Parameter[]
  /** Decoded names that an equals sign follows where no parameter begins: in a path, or after `;`, `#` or a second `?`. */
  readonly misplaced: readonly string[]
}

/**
 * The parameters in a text: a query string, a path or an address. It never parses an address, because a client can write
 * one that has no meaning, such as `//[`.
 *
 * Only a text that begins like an address is one, or a text before a question mark that has no parameters itself.
 * In a query string alone, `#` is a character like any other.
 */
export function parametersOfText(given: string): Parameters {
  const text = given.trim()
  // The text of a filter may contain anything, even a whole query.
  if (/^[?\s"'[(]*\{/.test(text)) return { all: [{ source: text, name: text, value: "" }], misplaced: [] }
  return /^(?:[a-z][a-z\d+.-]*:[/\\]{2}|[/\\])|^[^?=&]+\?/i.test(text)
    ? parametersOfAddress(text)
    : { all: split(text), misplaced: misplacedIn(text) }
}

/** The parameters in the query of an address, which ends where the fragment begins. */
export function parametersOfAddress(address: string): Parameters {
  const [beforeFragment = ""] = address.split("#", 1)
  const start = beforeFragment.indexOf("?")
  return { all: start < 0 ? [] : split(beforeFragment.slice(start)), misplaced: misplacedIn(address) }
}

function split(query: string): readonly Parameter[] {
  return query
    .replace(/^\?+/, "")
    .split("&")
    .filter((source) => source !== "")
    .map((source) => {
      const end = source.indexOf("=")
      return end < 0
        ? { source, name: decode(source), value: "" }
        : { source, name: decode(source.slice(0, end)), value: decode(source.slice(end + 1)) }
    })
}

function misplacedIn(text: string): readonly string[] {
  return text.split(/[?&#;]/).flatMap((part, index) => {
    const [written = "", ...value] = part.split("=", 2)
    const decoded = decode(written) ?? written
    // If even the equals sign is encoded, so is the separator before the name.
    const name = value.length > 0 ? decoded : decoded.match(/^[^=]*(?==)/)?.[0]
    if (name === undefined) return []
    // A path may have a segment of the same name, such as /filters, and an equals sign behind it.
    return [index === 0 ? name.replace(/^.*\/(?=.)/s, "") : name]
  })
}
