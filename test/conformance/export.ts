import manifest from "../../package.json" with { type: "json" }
import { type ParseOptions, safeParseFilter } from "../../src/index.ts"
import { groups } from "./cases.ts"
import { people } from "./people.ts"
import { refusedFilters } from "./refused-filters.ts"
import { refusedValues } from "./refused-values.ts"

/** A value that every parser of JSON reads as it was written. */
export type Portable =
  | string
  | number
  | boolean
  | null
  | readonly Portable[]
  | { readonly [name: string]: Portable }

/** What desk-filter/conformance.json contains. docs/conformance.md explains it. */
export interface Conformance {
  /** The version of the package. */
  readonly version: string
  /** The fields and relations of the records, in the form that `defineSchema` takes. */
  readonly schema: { readonly [name: string]: Portable }
  readonly groups: readonly ConformanceGroup[]
  /** Texts that an implementation must refuse. */
  readonly refused: readonly { readonly filter: string; readonly code: string }[]
}

/** Records, and which of them match each filter. */
export interface ConformanceGroup {
  readonly name: string
  readonly records: readonly { readonly [name: string]: Portable }[]
  readonly cases: readonly ConformanceCase[]
}

export interface ConformanceCase {
  readonly filter: string
  readonly ids: readonly number[]
  readonly options?: ParseOptions
}

/** The conformance cases as data. */
export function conformance(): Conformance {
  return {
    version: manifest.version,
    schema: properties(people.declarations),
    groups: groups.map(({ name, records, cases }) => ({
      name,
      records: records.map(properties),
      cases: cases.map(([filter, ids, options]) => ({ filter, ids, ...(options && { options }) })),
    })),
    refused: [
      ...refusedFilters.map(([filter, code]) => ({ filter, code })),
      ...withRefusedValues().map((filter) => ({ filter, code: codeOf(filter) })),
    ],
  }
}

/** The text of desk-filter/conformance.json, without white space: every user of the package installs it. */
export function conformanceText(): string {
  return `${JSON.stringify(conformance())}\n`
}

/** A filter for each value that the fields of a type refuse. */
function withRefusedValues(): string[] {
  return [...people.fields.values()]
    .filter(({ relation }) => relation === undefined)
    .flatMap(({ name, type }) => refusedValues[type].filter.map((value) => `{"${name}":{"$ne":${value}}}`))
}

/** The code of the only mistake. */
function codeOf(filter: string): string {
  const result = safeParseFilter(people, filter)
  const [mistake, ...others] = result.ok ? [] : result.error.diagnostics
  if (mistake === undefined || others.length > 0) throw new Error(`${filter} must have one mistake`)
  return mistake.code
}

function properties(value: object): { [name: string]: Portable } {
  return Object.fromEntries(
    Object.entries(value)
      // Whether a type is inferred says nothing about the meaning of a filter.
      .filter(([name, property]) => property !== undefined && name !== "inferred")
      .map(([name, property]) => [name, portable(property)]),
  )
}

/**
 * The value, with a text in place of what JSON cannot write. Each text is another form of the same value: a record may
 * have either.
 */
export function portable(value: unknown): Portable {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value
  if (typeof value === "bigint") return String(value)
  if (typeof value === "number" && Number.isFinite(value)) return Object.is(value, -0) ? "-0.0" : value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(portable)
  if (typeof value === "object") return properties(value)
  throw new TypeError(`${String(value)} has no form in JSON`)
}
