export { complete } from "./editor/complete.ts"
export type {
  CompleteOptions,
  Completion,
  CompletionKind,
  LiveValue,
  ValuesOf,
} from "./editor/completion/completion.ts"
export { diagnose } from "./editor/diagnose.ts"
export { applyEdits, type Edit } from "./editor/edit.ts"
export type { Fix, FixableDiagnostic } from "./editor/fixes/fix.ts"
export { type FormatOptions, format } from "./editor/format.ts"
export { type Hover, hover } from "./editor/hover.ts"
export { minify } from "./editor/minify.ts"
export type { FilterSymbol } from "./editor/outline/filter-symbol.ts"
export { rename } from "./editor/rename.ts"
export { symbols } from "./editor/symbols.ts"
export type { Span } from "./syntax/span.ts"
