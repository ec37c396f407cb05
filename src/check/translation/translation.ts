import type { Filter } from "../../filter/filter.ts"

/** The filter that a condition in another notation means, or the reason why no filter means the same. */
export type Translation = Filter | string

/** Joins filters: `and` or `or`. */
export type Join = (filters: Filter[]) => Filter

/** Joins the translations of all parts. The first reason why a part has no filter is the reason for the whole. */
export function joinedEach<Part>(
  join: Join,
  parts: Iterable<Part>,
  translate: (part: Part) => Translation,
): Translation {
  const filters: Filter[] = []
  for (const part of parts) {
    const translation = translate(part)
    if (typeof translation === "string") return translation
    filters.push(translation)
  }
  return join(filters)
}

/** Joins translations. */
export function joined(join: Join, parts: Iterable<Translation>): Translation {
  return joinedEach(join, parts, (part) => part)
}

/** Goes on from the filter, if there is one. */
export function andThen(translation: Translation, further: (filter: Filter) => Translation): Translation {
  return typeof translation === "string" ? translation : further(translation)
}
