import jsonc from "jsonc-parser"
import { refusal } from "./errors.ts"

const utf8 = new TextDecoder("utf-8", { fatal: true })

/**
 * Reads the body of a request. JSON.parse alone would replace bytes that are not UTF-8, and keep the last of two members
 * with one name.
 *
 * @throws RequestError when the body is not JSON in UTF-8, or an object in it has a name twice
 */
export function readJson(body: Uint8Array): unknown {
  const text = decode(body)
  const value = parse(text)
  const name = duplicateName(text)
  if (name === undefined) return value
  const quoted = JSON.stringify(name.slice(0, 60))
  throw refusal(400, "duplicate-key", `The body has the name ${quoted} more than once in one object`)
}

function decode(body: Uint8Array): string {
  try {
    return utf8.decode(body)
  } catch {
    throw refusal(400, "invalid-encoding", "The body is not UTF-8")
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refusal(400, "bad-request", "The body must be JSON")
  }
}

/** The first name that an object has twice. The text must be valid JSON. */
function duplicateName(text: string): string | undefined {
  const scanner = jsonc.createScanner(text, true)
  /** The names of each open object. A list has none. */
  const open: Set<string>[] = []
  let string = ""
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const first = text.charAt(scanner.getTokenOffset())
    if (first === '"') string = scanner.getTokenValue()
    else if (first === "{" || first === "[") open.push(new Set())
    else if (first === "}" || first === "]") open.pop()
    else if (first === ":") {
      const names = open.at(-1)
      if (names?.has(string)) return string
      names?.add(string)
    }
  }
  return undefined
}
