// The main entry. The headings below group the exports, so import sorting is off for this file (biome.json).

// Declare schemas, and narrow them.
export { field } from "./schema/field-declarators.ts"
export { isFieldName } from "./schema/is-field-name.ts"
export { type Omitted, omit, type Picked, pick } from "./schema/narrow.ts"
export { defineSchema, type Schema } from "./schema/schema.ts"

// The types of declarations and fields.
export type {
  Declarations,
  FieldOptions,
  RelationDeclaration,
  ScalarDeclaration,
  ScalarDeclarations,
  StringOptions,
} from "./schema/declarations.ts"
export type { Field, FieldTypeName, Relation } from "./schema/field.ts"
export type { Value } from "./schema/field-type.ts"

// The operators, as data.
export { type Operator, type OperatorDeclaration, operators } from "./schema/operators.ts"

// Types that follow from a schema.
export type { FieldName, FieldWith, FilterInput, OperatorOf, ValueOf } from "./schema/infer.ts"
export type { RecordOf } from "./schema/record-of.ts"

// Read filters.
export { defaultLimits, type Limits } from "./read/limits.ts"
export { type ParseOptions, type ParseResult, parseFilter, safeParseFilter } from "./read/parse-filter.ts"

// Report what is wrong with a filter.
export type {
  Diagnostic,
  DiagnosticCode,
  DiagnosticOf,
  DiagnosticSpan,
  Path,
} from "./diagnostics/diagnostic.ts"
export { FilterError, type Problem } from "./diagnostics/filter-error.ts"
export { formatDiagnostics } from "./diagnostics/format.ts"
export type { DiagnosticParams, ExpectedType, Remedy } from "./diagnostics/params.ts"
export type { ValueKind } from "./text/value-kind.ts"
export type { Expectation } from "./syntax/expectation.ts"

// What a filter is.
export {
  type And,
  type Compare,
  type Condition,
  type Contains,
  type Filter,
  type In,
  isFilter,
  type Or,
} from "./filter/filter.ts"

// From filter to filter.
export { simplify } from "./analysis/simplify.ts"
export { scope } from "./filter/scope.ts"

// Answers about filters.
export { assume } from "./analysis/assume.ts"
export { describe } from "./analysis/describe.ts"
export { equal } from "./analysis/equal.ts"
export type { ActualValue, RelatedValue } from "./analysis/explain/actual.ts"
export { type Explanation, explain, type Reason } from "./analysis/explain/explain.ts"
export { formatExplanation } from "./analysis/explain/format.ts"
export { fieldsOf } from "./analysis/fields-of.ts"
export { type Answer, type DecideOptions, disjoint, equivalent, implies } from "./analysis/implies.ts"
export { matchesEverything, matchesNothing } from "./analysis/matches.ts"

// Compile filters to a target of your own.
export { type Backend, compile, defineBackend } from "./backends/backend.ts"
export type { Fold } from "./filter/fold.ts"
