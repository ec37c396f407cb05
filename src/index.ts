// What a filter may say: a schema, and the types that follow from it.

// From a filter to anything else.
export { type Backend, compile, defineBackend } from "./backends/backend.ts"
// From a filter to a filter.
export { matchesEverything, matchesNothing } from "./certain.ts"
export { describe } from "./describe.ts"
// What is wrong with a filter.
export type { Diagnostic, DiagnosticCode, DiagnosticSpan, Path } from "./diagnostics/diagnostic.ts"
export { FilterError, type Problem } from "./diagnostics/filter-error.ts"
export { formatDiagnostics } from "./diagnostics/format.ts"
export { equal } from "./equal.ts"
export { fieldsOf } from "./fields-of.ts"
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
} from "./filter.ts"
export type { Fold } from "./fold.ts"
export { defaultLimits, type Limits } from "./limits.ts"
export { type Operator, type OperatorDeclaration, operators } from "./operators.ts"
// From a text or a JSON value to a filter.
export { type ParseOptions, type ParseResult, parseFilter, safeParseFilter } from "./parse-filter.ts"
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
export { defineSchema, type Schema } from "./schema/schema.ts"
export { scope } from "./scope.ts"
export { simplify } from "./simplify.ts"
