import { shownPath } from "../diagnostics/diagnostic.ts"
import type { Filter } from "../filter/filter.ts"
import type { FilterInput } from "../schema/infer.ts"
import type { Schema } from "../schema/schema.ts"
import { type ParseOptions, safeParseFilter } from "./parse-filter.ts"

/** One mistake in the form of Standard Schema. */
export interface StandardIssue {
  readonly message: string
  /** As in `toProblem()`: a name with a character that does not show is written as a JSON string. */
  readonly path: readonly (string | number)[]
}

/**
 * A validator of Standard Schema v1 (https://standardschema.dev). The specification allows a copy of its types, so the
 * package needs no dependency for them.
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
 * Makes a Standard Schema v1 from a schema. Use it with every library that accepts one.
 *
 * By default, its input type is the type of everything that can be a filter. A form library needs the type of its own
 * data there. Pass it as the second type argument: `standardSchema<typeof customers, string>(customers)`.
 *
 * @param schema the fields that a filter may use
 * @param options as for `parseFilter`
 * @returns a synchronous validator: it takes a text or a JSON value, and returns a checked filter or all mistakes
 * @throws RangeError from `validate` if an option does not exist
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
            path: shownPath(path),
          })),
        }
      },
    },
  }
}
