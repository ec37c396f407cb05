import type { Filter } from "./filter.ts"
import { type ParseOptions, safeParseFilter } from "./parse-filter.ts"
import type { Schema } from "./schema/schema.ts"

/** One mistake, as Standard Schema reports it. */
export interface StandardIssue {
  readonly message: string
  readonly path: readonly (string | number)[]
}

/** A validator of Standard Schema v1 (https://standardschema.dev), as far as filters need it. */
export interface StandardSchema<Output> {
  readonly "~standard": {
    readonly version: 1
    readonly vendor: "desk-filter"
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: Output; readonly issues?: undefined }
      | { readonly issues: readonly StandardIssue[] }
    readonly types?: { readonly input: unknown; readonly output: Output }
  }
}

/**
 * Makes a Standard Schema v1 of a schema, so that filters can be validated wherever one is taken.
 *
 * @param schema the fields that a filter may use
 * @param options as for `parseFilter`
 * @returns the validator: a text or a JSON value goes in, a checked filter comes out, or all mistakes
 *
 * @example
 * ```ts
 * const { validate } = standardSchema(customers)["~standard"]
 * validate('{"stat":1}')
 * // { issues: [{ message: 'There is no field "stat" to filter by; did you mean "state"?', path: ["stat"] }] }
 * ```
 */
export function standardSchema<S extends Schema>(
  schema: S,
  options?: ParseOptions,
): StandardSchema<Filter<S>> {
  return {
    "~standard": {
      version: 1,
      vendor: "desk-filter",
      validate: (value) => {
        const result = safeParseFilter(schema, value, options)
        if (result.ok) return { value: result.filter }
        return {
          issues: result.error.diagnostics.map(({ message, hint, path }) => ({
            message: hint === undefined ? message : `${message}; ${hint}`,
            path,
          })),
        }
      },
    },
  }
}
