/** The class of a built-in object, whatever its realm: `Map`, `Date`, `Uint8Array`. It is `Object` for most other objects. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
