// What a filter may say: a schema, and the types that follow from it.

export { describe } from "./analysis/describe.ts"
export { equal } from "./analysis/equal.ts"
export { fieldsOf } from "./analysis/fields-of.ts"
// From a filter to a filter.
export { matchesEverything, matchesNothing } from "./analysis/matches.ts"
export { simplify } from "./analysis/simplify.ts"
// From a filter to anything else.
export { type Backend, compile, defineBackend } from "./backends/backend.ts"
// What is wrong with a filter.
export type { Diagnostic, DiagnosticCode, DiagnosticSpan, Path } from "./diagnostics/diagnostic.ts"
export { FilterError, type Problem } from "./diagnostics/filter-error.ts"
export { formatDiagnostics } from "./diagnostics/format.ts"
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
export type { Fold } from "./filter/fold.ts"
export { scope } from "./filter/scope.ts"
export { defaultLimits, type Limits } from "./read/limits.ts"
// From a text or a JSON value to a filter.
export { type ParseOptions, type ParseResult, parseFilter, safeParseFilter } from "./read/parse-filter.ts"
export type {
  Declarations,
  FieldOptions,
  RelationDeclaration,
  ScalarDeclaration,
  ScalarDeclarations,
  StringOptions,
} from "./schema/declarations.ts"
export type { Field, FieldTypeName, Relation } from "./schema/field.ts"
export { field } from "./schema/field-declarators.ts"
export type { Value } from "./schema/field-type.ts"
export type { FieldName, FilterInput, OperatorOf, ValueOf } from "./schema/infer.ts"
export { omit, type Picked, pick } from "./schema/narrow.ts"
export { type Operator, type OperatorDeclaration, operators } from "./schema/operators.ts"
export { defineSchema, type Schema } from "./schema/schema.ts"
