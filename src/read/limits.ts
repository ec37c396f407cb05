import type { Mistake } from "../diagnostics/diagnostic.ts"
import type { Cap } from "../diagnostics/reporter.ts"
import { MAX_DEPTH } from "../filter/filter.ts"

/**
 * How large a filter may be, and how many of its mistakes an error has. Reading stops at the first limit on the size
 * of the text or value that the input exceeds.
 */
export interface Limits {
  /**
   * The most UTF-16 units of the text, or of all names and strings of a JSON value together, and one for
   * each item of a list. Default: 16384.
   */
  readonly maxLength: number
  /** The most levels of nested objects and lists. Default: 32. At most 256, so that no stack can overflow. */
  readonly maxDepth: number
  /** The most members of all objects together. Default: 1000. */
  readonly maxNodes: number
  /** The most items of one list of values or of filters. Default: 1000. */
  readonly maxListLength: number
  /**
   * The most conditions on relations to many, as written: each operator of a field is one, and so is a list. A database
   * reads related rows for each of them. Default: 50.
   */
  readonly maxRelationConditions: number
  /** The most mistakes that an error has. If there are more, one more diagnostic says so. Default: 100. */
  readonly maxDiagnostics: number
  /**
   * The most steps that `requireSelective` takes to find out whether the filter matches every record. A filter that
   * needs more is refused. A step takes about 0.1 microseconds. Default: 200000.
   */
  readonly maxGuardSteps: number
}

/** The default limits. */
export const defaultLimits: Limits = /* @__PURE__ */ Object.freeze({
  maxLength: 16_384,
  maxDepth: 32,
  maxNodes: 1000,
  maxListLength: 1000,
  maxRelationConditions: 50,
  maxDiagnostics: 100,
  maxGuardSteps: 200_000,
})

/** A limit that holds without a schema. */
export type ReadLimit = Exclude<keyof Limits, "maxRelationConditions" | "maxGuardSteps">

/** The message and the hint for each limit that is exceeded. */
const messages: Readonly<Record<ReadLimit, (maximum: number) => readonly [message: string, hint: string]>> = {
  maxLength: (maximum) => [
    `The filter is longer than ${maximum} characters`,
    "split the filter across several requests",
  ],
  maxDepth: (maximum) => [
    `The filter nests deeper than ${maximum} levels`,
    "write conditions on several fields side by side in one object",
  ],
  maxNodes: (maximum) => [
    `The filter has more than ${maximum} names of fields and operators`,
    "use one $in for many values of one field",
  ],
  maxListLength: (maximum) => [
    `The list has more than ${maximum} items`,
    "split a list of $in across several requests, and a list of $nin into several conditions joined by $and",
  ],
  maxDiagnostics: (maximum) => [
    `The filter has more than ${maximum} mistakes`,
    "correct these to see the others",
  ],
}

/** The mistake of a filter that exceeds one of the limits. */
export function exceeding(limits: Limits, limit: ReadLimit): Mistake<"limit-exceeded"> {
  const maximum = limits[limit]
  const [message, hint] = messages[limit](maximum)
  return { code: "limit-exceeded", message, params: { limit, maximum }, hint }
}

/** The cap on the mistakes that an error has. */
export function capOf(limits: Limits): Cap {
  return { most: limits.maxDiagnostics, mistake: exceeding(limits, "maxDiagnostics") }
}

/**
 * Completes the given limits with the defaults.
 *
 * @throws RangeError when a limit is not a positive integer, or maxDepth is above 256
 */
export function resolveLimits(given?: Partial<Limits>): Limits {
  if (given === undefined) return defaultLimits
  const limits = { ...defaultLimits, ...given }
  for (const [name, limit] of Object.entries(limits)) {
    if (!Object.hasOwn(defaultLimits, name)) throw new RangeError(`There is no limit named ${name}`)
    if (!Number.isSafeInteger(limit) || limit < 1)
      throw new RangeError(`limits.${name} must be a positive integer`)
  }
  if (limits.maxDepth > MAX_DEPTH) throw new RangeError(`limits.maxDepth must be at most ${MAX_DEPTH}`)
  return limits
}
