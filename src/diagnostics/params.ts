import type { Expectation } from "../syntax/expectation.ts"
import type { ValueKind } from "../text/value-kind.ts"

/**
 * The values that the message and the hint of a diagnostic contain, by its code. A code with several messages has a
 * `reason`, or a `limit`, which says which of them it is.
 *
 * `found` is what the input has. A text of the input is a JSON string of at most 60 characters, quotes included, as in
 * the message: it is safe to show. All other texts are names and values of the schema, or words of the language.
 *
 * @example
 * ```ts
 * const german = ({ operator }: DiagnosticParams["unsupported-operator"]) =>
 *   `Den Operator ${operator} gibt es in MongoDB, aber nicht in Desk.`
 * const result = safeParseFilter(customers, '{"id":{"$mod":[2,0]}}')
 * const [mistake] = result.ok ? [] : result.error.diagnostics
 * if (mistake?.code === "unsupported-operator") german(mistake.params)
 * // "Den Operator $mod gibt es in MongoDB, aber nicht in Desk."
 * ```
 */
export interface DiagnosticParams {
  /** The text or value is not JSON. */
  readonly syntax: SyntaxParams
  /** A name appears more than once in one object, or `filter` more than once in the query string. */
  readonly "duplicate-key": DuplicateKeyParams
  /** The schema has no such field. */
  readonly "unknown-field": UnknownFieldParams
  /** There is no such operator, or it cannot be used here. */
  readonly "unknown-operator": UnknownOperatorParams
  /** MongoDB has the operator, but Desk does not support it. */
  readonly "unsupported-operator": { readonly operator: string }
  /** The type of the field does not support the operator, or the field was declared without it. */
  readonly "operator-not-allowed": OperatorNotAllowedParams
  /** The value has a different type than the field, the operator or the filter expects. */
  readonly "type-mismatch": TypeMismatchParams
  /** The value has the right type, but the field cannot have this value. */
  readonly "invalid-value": InvalidValueParams
  /** The operator or the field does not accept null. */
  readonly "null-not-allowed": NullNotAllowedParams
  /** A field has `{}`, an object without operators; or the list of `$or` is empty, with `emptyOr: "error"`. */
  readonly "empty-operators": EmptyOperatorsParams
  /** The filter exceeds a limit. */
  readonly "limit-exceeded": LimitExceededParams
  /** The query string has no filter, with `required`. `parameter` is the name that it should have. */
  readonly "missing-filter": { readonly parameter: string }
  /** The query string has the filter under another name, in another place, or without a name. */
  readonly "unknown-parameter": UnknownParameterParams
  /** The query string is not percent-encoded UTF-8. `found` is the first part that is not, as it was written. */
  readonly "invalid-encoding": { readonly found: string }
  /** The filter matches every record, with `requireSelective`. */
  readonly "matches-everything": Readonly<Record<string, never>>
  /** The model of a form or a grid has another shape here. */
  readonly "invalid-model": {
    readonly expected: "object" | "list" | "string" | "boolean"
    readonly found: ValueKind
  }
  /** A rule of a form has no field, operator or value yet, or a group has no rules. */
  readonly "incomplete-rule": { readonly reason: "field" | "value" | "operator" | "rules" }
  /** No filter means exactly the same as this rule. `found` is its operator. */
  readonly untranslatable: { readonly found: string }
}

type SyntaxParams =
  | {
      readonly reason: "unexpected-token" | "unexpected-character"
      readonly expected: readonly Expectation[]
      /** The token, or the character and its code, as in `% (U+0025)`. */
      readonly found: string
      readonly remedy?: Remedy
    }
  | {
      readonly reason: "unexpected-end"
      readonly expected: readonly Expectation[]
      readonly remedy?: Remedy
    }
  | { readonly reason: "empty-text" | "unclosed-string" }
  | { readonly reason: "invalid-escape"; readonly found: string }
  | {
      readonly reason: "unescaped-character"
      readonly found: string
      /** The escape to write instead. */
      readonly replacement: string
    }
  /** A value that was not read from a text has a part that JSON cannot express. */
  | { readonly reason: "not-json"; readonly found: ValueKind }
  /** `checked-filter`: the value is a filter that was checked before. */
  | { readonly reason: "hole" | "symbol-name" | "unreadable" | "checked-filter" }

/** The one change that corrects a syntax error. */
export type Remedy =
  /** Without `before`, add it at the end of the text. */
  { readonly add: string; readonly before?: string } | { readonly remove: string }

type DuplicateKeyParams =
  /** A name, in one object. */
  | { readonly reason: "name"; readonly found: string }
  /** A parameter of the query string. */
  | { readonly reason: "parameter"; readonly parameter: string }

type UnknownFieldParams =
  | {
      readonly reason: "unknown"
      readonly found: string
      /** The fields that may be meant, the most similar one first. */
      readonly suggestions: readonly string[]
    }
  /** The builder was called with a field name that is no string. */
  | { readonly reason: "not-a-string"; readonly found: ValueKind }

type UnknownOperatorParams =
  /** The name begins with `$`, but no operator has it. */
  | { readonly reason: "unknown"; readonly found: string; readonly suggestions: readonly string[] }
  /** Inside a field, a name that does not begin with `$`. */
  | {
      readonly reason: "not-an-operator"
      readonly field: string
      readonly found: string
      readonly suggestions: readonly string[]
    }
  /** Inside a field, an operator that joins filters. */
  | { readonly reason: "inside-field"; readonly field: string; readonly operator: string }
  /** In the place of a field name, an operator on values. */
  | { readonly reason: "outside-field"; readonly operator: string }

interface OperatorNotAllowedParams {
  readonly field: string
  readonly type: ExpectedType
  readonly operator: string
  /** The operators that the field supports. */
  readonly allowed: readonly string[]
}

type TypeMismatchParams =
  /** The root, or an item of `$and` or `$or`, must be a filter. */
  | { readonly reason: "filter"; readonly found: ValueKind }
  /** `$and` or `$or` takes a list of filters. */
  | { readonly reason: "filters"; readonly operator: string; readonly found: ValueKind }
  /** A field expects a value or operators. */
  | { readonly reason: "field"; readonly field: string; readonly found: ValueKind }
  /** The operator takes a list, or one value. */
  | {
      readonly reason: "list" | "scalar"
      readonly field: string
      readonly operator: string
      readonly found: ValueKind
    }
  /** A list of values can contain neither a list nor an object. */
  | { readonly reason: "item"; readonly field: string; readonly operator: string; readonly found: ValueKind }
  /** The type of the field expects another kind of value. */
  | {
      readonly reason: "value"
      readonly field: string
      readonly expected: ExpectedType
      readonly found: ValueKind
    }
  /** The field expects one of its values, which are strings. */
  | ({ readonly reason: "listed"; readonly field: string; readonly found: ValueKind } & Allowed)
  /** The builder was given a list with a hole. */
  | { readonly reason: "hole"; readonly field: string }

type InvalidValueParams =
  | ({
      readonly reason: "not-listed"
      readonly field: string
      readonly found: string
      readonly suggestions: readonly string[]
    } & Allowed)
  | {
      /** `date-with-time`: a date-time, where a date belongs. */
      readonly reason: "not-a-datetime" | "not-a-date" | "date-with-time" | "not-a-uuid"
      readonly field: string
      readonly found: string
    }
  /** Outside of the range of a 64-bit integer or of a double, or a decimal with more than 38 digits. */
  | { readonly reason: "integer-range" | "number-range" | "decimal-digits"; readonly field: string }
  /** A bigint outside of 128 bits, in a value that was not read from a text. */
  | { readonly reason: "bigint-range" }
  /** A JavaScript number beyond 2^53 may have lost digits. */
  | { readonly reason: "lost-digits"; readonly field: string }
  /** The text has U+0000, or half of a surrogate pair. */
  | { readonly reason: "nul-character" | "lone-surrogate"; readonly field: string }
  /** A backend of your own cannot express the value. */
  | { readonly reason: "backend"; readonly field: string }

type UnknownParameterParams =
  /** A parameter whose name is like that of the filter. */
  | { readonly reason: "spelling"; readonly found: string; readonly parameter: string }
  /** The parameter's name where no parameter begins: behind a second `?`, a `;` or a `#`. */
  | { readonly reason: "misplaced"; readonly found: string }
  /** A filter instead of a parameter. */
  | { readonly reason: "unnamed"; readonly parameter: string }

/** The values of an enum: at most twenty, and how many more there are. */
interface Allowed {
  readonly allowed: readonly string[]
  readonly more: number
}

type NullNotAllowedParams =
  /** The field always has a value. */
  | { readonly reason: "field"; readonly field: string }
  /** The operator does not accept null. */
  | { readonly reason: "operator"; readonly field: string; readonly operator: string }

type EmptyOperatorsParams =
  | { readonly reason: "field"; readonly field: string; readonly nullable: boolean }
  | { readonly reason: "list"; readonly operator: string }

type LimitExceededParams =
  /** A limit of the parser. Every filter nests at most 256 levels deep. */
  | {
      readonly limit:
        | "maxLength"
        | "maxDepth"
        | "maxNodes"
        | "maxListLength"
        | "maxRelationConditions"
        | "maxDiagnostics"
        | "maxGuardSteps"
      readonly maximum: number
    }
  /** The query of a request would be longer than `toSearchParams` may write. */
  | {
      readonly limit: "maxQueryLength"
      readonly maximum: number
      /** The number of characters that the query would have. */
      readonly actual: number
    }
  /** The text of a filter would nest deeper than the parser allows. */
  | { readonly limit: "maxTextDepth"; readonly maximum: number }
  /** A statement would have more parameters, or nest deeper, than the database allows. */
  | {
      readonly limit: "maxParameters" | "maxStatementDepth"
      readonly database: string
      readonly maximum: number
      /** The number of parameters or levels that the statement would have. */
      readonly actual: number
    }

/** The type of a field, of which a value was expected. */
export type ExpectedType =
  | "integer"
  | "number"
  | "string"
  | "boolean"
  | "enum"
  | "datetime"
  | "reference"
  | "opaque"
  | "uuid"
  | "decimal"
  | "date"
