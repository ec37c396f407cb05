import type { Filter } from "../filter/filter.ts"
import type { FilterInput } from "../schema/infer.ts"
import type { Schema } from "../schema/schema.ts"
import { type ParseOptions, safeParseFilter } from "./parse-filter.ts"

/** One mistake, as Standard Schema reports it. */
export interface StandardIssue {
  readonly message: string
  readonly path: readonly (string | number)[]
}

/**
 * A validator of Standard Schema v1 (https://standardschema.dev). It is written out here, as the
 * specification allows, so that the package needs no other for its types.
 */
export interface StandardSchema<Input, Output> {
  readonly "~standard": {
    readonly version: 1
    readonly vendor: "desk-filter"
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: Output; readonly issues?: undefined }
      | { readonly issues: readonly StandardIssue[] }
    /** Exists in the types only. */
    readonly types?: { readonly input: Input; readonly output: Output }
  }
}

/**
 * Makes a Standard Schema v1 of a schema, so that filters can be validated wherever one is taken.
 *
 * Its input type is all that can be a filter. A form library wants the type of its own data there:
 * say it as the second type argument, `standardSchema<typeof customers, string>(customers)`.
 *
 * @param schema the fields that a filter may use
 * @param options as for `parseFilter`
 * @returns the validator: a text or a JSON value goes in, a checked filter comes out, or all mistakes.
 * It is synchronous.
 * @throws RangeError from `validate`, when an option is not one that there is
 *
 * @example
 * ```ts
 * const { validate } = standardSchema(customers)["~standard"]
 * validate('{"stat":1}')
 * // { issues: [{ message: 'There is no field "stat" to filter by; did you mean "state"?', path: ["stat"] }] }
 * ```
 */
export function standardSchema<
  S extends Schema,
  Input extends FilterInput<S> | string = FilterInput<S> | string,
>(schema: S, options?: ParseOptions): StandardSchema<Input, Filter<S>> {
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
