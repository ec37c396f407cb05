import { tagOf } from "../../text/tag.ts"

/** The kind of a JavaScript value, for a message. It repeats no text and no property, because messages end in logs. */
export function foundKind(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  const tag = tagOf(value)
  const name =
    typeof value !== "object" ? typeof value : tag === "Object" || tag === "Array" ? tag.toLowerCase() : tag
  return `${/^[aeio]/i.test(name) ? "an" : "a"} ${name}${qualifierOf(value)}`
}

/** What tells a value that cannot be read from others of its kind. */
function qualifierOf(value: unknown): string {
  if (typeof value === "bigint") return BigInt.asIntN(64, value) === value ? "" : " beyond 64 bits"
  if (tagOf(value) === "Date") return Number.isNaN(Number(value)) ? " that is not valid" : ""
  if (typeof value !== "number" || Number.isSafeInteger(value)) return ""
  if (Number.isInteger(value)) return " beyond 2^53"
  return Number.isFinite(value) ? " with a fraction" : " that is not finite"
}
