/** The class of a built-in object, whatever its realm: `Map`, `Date`, `Uint8Array`. It is `Object` for most other objects. */
export function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}

/** The kind of a JavaScript value, for a message. It repeats no text and no property, because messages end in logs. */
export function kindOf(value: unknown): string {
  if (typeof value === "object" && value !== null) {
    const tag = tagOf(value)
    if (tag === "Object" || tag === "Array") return withArticle(tag.toLowerCase())
    return withArticle(tag) + (tag === "Date" && Number.isNaN(Number(value)) ? " that is not valid" : "")
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    if (!Number.isFinite(value)) return String(value)
    return Number.isInteger(value) ? "a number beyond 2^53" : "a number with a fraction"
  }
  if (typeof value === "bigint" && BigInt.asIntN(64, value) !== value) return "a bigint beyond 64 bits"
  return value === null || value === undefined ? String(value) : withArticle(typeof value)
}

function withArticle(name: string): string {
  return `${/^[AEIOaeio]/.test(name) ? "an" : "a"} ${name}`
}
