import { visible } from "./visible.ts"

/** Writes a value as one line of JSON. A bigint becomes a string, because most JSON parsers would round the number. */
export function toJson(value: unknown): string {
  return visible(
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner)),
  )
}
