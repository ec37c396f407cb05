import type { FieldTypeName, Schema } from "desk-filter"
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

/** What to write instead of a text that is no JSON object. */
export const OBJECT_HINT = "write one JSON object"

/**
 * Reads a record from JSON. In a field whose values are exact, a number that JavaScript would round becomes a text of
 * its digits.
 *
 * @throws RecordError when the text is not JSON
 */
export function readRecord(text: string, schema: Schema): unknown {
  const record = parse(text)
  const exact = parse(withExactNumbers(text))
  for (const { type, property, relation } of schema.fields.values()) {
    if (!IS_EXACT[type]) continue
    const sources = holders(exact, relation?.name)
    for (const [i, holder] of holders(record, relation?.name).entries())
      if (Object.hasOwn(holder, property)) holder[property] = sources[i]?.[property]
  }
  return record
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RecordError(`The record is not JSON: ${(error as Error).message}`, OBJECT_HINT)
  }
}

/** Whether the values of each type are exact. A predicate reads them from texts of digits too. */
const IS_EXACT: Readonly<Record<FieldTypeName, boolean>> = {
  integer: true,
  number: false,
  string: false,
  boolean: false,
  enum: false,
  datetime: false,
  reference: true,
  opaque: false,
  uuid: false,
  decimal: true,
  date: false,
}

type Properties = Record<string, unknown>

/** What has the properties of a relation: each related record. Without a relation, it is the record. */
function holders(record: unknown, relation: string | undefined): readonly Properties[] {
  const held = relation === undefined ? record : Object(record)[relation]
  return [held].flat().map(Object)
}

/** Writes the numbers of a JSON text that JavaScript would round as strings. */
function withExactNumbers(json: string): string {
  let isInString = false
  return json.replace(ESCAPE_QUOTE_OR_NUMBER, (token) => {
    if (token === '"') isInString = !isInString
    else if (!isInString && isRounded(token)) return `"${token}"`
    return token
  })
}

/** To match a string as a whole would exhaust the stack of the engine if it has millions of escapes. */
const ESCAPE_QUOTE_OR_NUMBER = /\\.|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

function isRounded(token: string): boolean {
  const number = Number(token)
  // Beyond 2^53, an integer field takes the digits only, even of a number that is exact.
  const isUnsafe = /^-?\d+$/.test(token) && !Number.isSafeInteger(number)
  return isUnsafe || sortableDecimal(String(number)) !== sortableDecimal(token)
}
