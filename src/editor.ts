export {
  type CompleteOptions,
  type Completion,
  type CompletionKind,
  complete,
  type LiveValue,
  type ValuesOf,
} from "./editor/complete.ts"
export { diagnose, type Fix, type FixableDiagnostic } from "./editor/diagnose.ts"
export { applyEdits, type Edit } from "./editor/edit.ts"
export { type FormatOptions, format } from "./editor/format.ts"
export { type Hover, hover } from "./editor/hover.ts"
export { minify } from "./editor/minify.ts"
export { rename } from "./editor/rename.ts"
export { type FilterSymbol, symbols } from "./editor/symbols.ts"
