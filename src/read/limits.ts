import { MAX_DEPTH } from "../filter/filter.ts"

/** How large a filter may be. A text is read no further than they allow, and nothing recurses deeper. */
export interface Limits {
  /** UTF-16 units of the text; for a JSON value, of all its names and strings together. Default: 16384. */
  readonly maxLength: number
  /** Objects and lists inside one another. Default: 32; 256 at most, so that no stack can overflow. */
  readonly maxDepth: number
  /** Members of all objects together. Default: 1000. */
  readonly maxNodes: number
  /** Items of one list, be it of values or of filters. Default: 1000. */
  readonly maxListLength: number
}

/** The limits that hold unless others are given. */
export const defaultLimits: Limits = Object.freeze({
  maxLength: 16_384,
  maxDepth: 32,
  maxNodes: 1000,
  maxListLength: 1000,
})

/** What each limit says when it is exceeded, and what to do then. */
export const limitMessages: Readonly<
  Record<keyof Limits, (limit: number) => readonly [message: string, hint: string]>
> = {
  maxLength: (limit) => [
    `The filter is longer than ${limit} characters`,
    "ask for less at once, in several requests",
  ],
  maxDepth: (limit) => [
    `The filter nests deeper than ${limit} levels`,
    "conditions on several fields need no nesting: write them side by side in one object",
  ],
  maxNodes: (limit) => [
    `The filter has more than ${limit} members`,
    "write many values of one field as one $in",
  ],
  maxListLength: (limit) => [`The list has more than ${limit} items`, "split it over several requests"],
}

/**
 * The defaults with the given limits in their place.
 *
 * @throws RangeError when a limit is not a whole number above zero, or maxDepth exceeds what the stack bears
 */
export function resolveLimits(given?: Partial<Limits>): Limits {
  if (given === undefined) return defaultLimits
  const limits = { ...defaultLimits, ...given }
  for (const [name, limit] of Object.entries(limits)) {
    if (!Object.hasOwn(defaultLimits, name)) throw new RangeError(`There is no limit ${name}`)
    if (!Number.isSafeInteger(limit) || limit < 1)
      throw new RangeError(`limits.${name} must be a whole number above zero`)
  }
  if (limits.maxDepth > MAX_DEPTH) throw new RangeError(`limits.maxDepth must be ${MAX_DEPTH} at most`)
  return limits
}
