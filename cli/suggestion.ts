import { suggest } from "../src/diagnostics/suggest.ts"

/** The names most similar to one that does not exist, joined by "or". Undefined if there are none. */
export function similarTo(written: string, names: readonly string[]): string | undefined {
  return suggest(written, names).join(" or ") || undefined
}

/** A hint for a name that is none of these: the similar ones, and all of them. */
export function oneOf(names: readonly string[], written: string): string {
  const all = `write one of ${names.join(", ")}`
  const similar = similarTo(written, names)
  return similar === undefined ? all : `did you mean ${similar}? ${all}`
}
