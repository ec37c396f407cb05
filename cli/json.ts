import { visible } from "./visible.ts"

/** A value as one line of JSON. A bigint is a text of its digits: most readers of JSON would round the number. */
export function toJson(value: unknown): string {
  return visible(
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner)),
  )
}
