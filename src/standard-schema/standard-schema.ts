import { shownPath } from "../diagnostics/diagnostic.ts"
import type { Filter } from "../filter/filter.ts"
import { type ParseOptions, safeParseFilter } from "../read/parse-filter.ts"
import { assertSchema } from "../schema/assert-schema.ts"
import type { FilterInput } from "../schema/infer.ts"
import type { Schema } from "../schema/schema.ts"
import { inputSchema } from "./input-schema.ts"

/** One mistake in the form of Standard Schema. */
export interface StandardIssue {
  readonly message: string
  /** As in `toProblem()`: a name with a character that does not show is written as a JSON string. */
  readonly path: readonly (string | number)[]
}

/** What a tool asks for in `jsonSchema`. */
export interface StandardJsonSchemaOptions {
  /** The version of JSON Schema: `draft-2020-12` or `draft-07`. */
  readonly target: string
  /** Options of this library. There are none. */
  readonly libraryOptions?: Record<string, unknown> | undefined
}

/**
 * A validator of Standard Schema v1, with the JSON Schema of its input by Standard JSON Schema v1
 * (https://standardschema.dev). The specifications allow a copy of their types, so the package needs no dependency
 * for them.
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
    readonly jsonSchema: {
      /**
       * The schema of a filter as a JSON value.
       *
       * @throws RangeError for a target other than `draft-2020-12` and `draft-07`
       */
      readonly input: (options: StandardJsonSchemaOptions) => Record<string, unknown>
      /** @throws TypeError always: a checked filter is not a JSON value */
      readonly output: (options: StandardJsonSchemaOptions) => Record<string, unknown>
    }
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
 * It is a Standard JSON Schema v1 too: `jsonSchema.input` describes the filters as `toJsonSchema` does, with the same
 * options as the validator. A text is valid input as well, but the description omits it: many tools accept only an
 * object as the input of an endpoint.
 *
 * @param schema the fields that a filter may use
 * @param options as for `parseFilter`
 * @returns a synchronous validator: it takes a text or a JSON value, and returns a checked filter or all mistakes
 * @throws TypeError when the first argument is no schema
 * @throws RangeError from `validate` if an option does not exist
 *
 * @example
 * ```ts
 * const { validate, jsonSchema } = standardSchema(customers)["~standard"]
 * validate('{"stat":1}')
 * // { issues: [{ message: 'There is no field "stat" to filter by; did you mean "state"?', path: ["stat"] }] }
 * jsonSchema.input({ target: "draft-2020-12" }).type // "object"
 * ```
 */
export function standardSchema<
  S extends Schema,
  Input extends FilterInput<S> | string = FilterInput<S> | string,
>(schema: S, options?: ParseOptions): StandardSchema<Input, Filter<S>> {
  assertSchema(schema)
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
      jsonSchema: {
        input: ({ target }) => inputSchema(schema, target, options),
        output: () => {
          throw new TypeError(
            "A checked filter is not a JSON value, so it has no JSON Schema: use jsonSchema.input",
          )
        },
      },
    },
  }
}
