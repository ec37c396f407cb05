import { foundKind } from "./found-kind.ts"

/** The error for a record or a value that a predicate cannot read. It names the kind of the value, not the value. */
export function unexpected(subject: string, value: unknown, expected: string): TypeError {
  return new TypeError(`${subject} is ${foundKind(value)}, not ${expected}`)
}

/** The subject of an error about the value of a field or relation. */
export function valueIn(name: string): string {
  return `The value of ${name} in a record`
}
