import { suggest } from "../src/diagnostics/suggest.ts"

/** The names most similar to one that does not exist, joined by "or". Undefined if there are none. */
export function similarTo(
  written: string,
  names: readonly string[],
  show: (name: string) => string = String,
): string | undefined {
  return suggest(written, names).map(show).join(" or ") || undefined
}

/**
 * A hint for an unknown name. It offers the similar names, then lists all.
 *
 * @param show what to write for a name, if it is more than the name
 */
export function oneOf(
  names: readonly string[],
  written: string,
  show: (name: string) => string = String,
): string {
  if (names.length === 1) return `write ${names.map(show)}`
  const all = `write one of ${names.map(show).join(", ")}`
  const similar = similarTo(written, names, show)
  return similar === undefined ? all : `did you mean ${similar}? ${all}`
}
