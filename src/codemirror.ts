export { type DeskFilterOptions, deskFilter } from "./codemirror/desk-filter.ts"
export { formatFilter } from "./codemirror/format-filter.ts"
export { deskFilterLanguage } from "./codemirror/language.ts"
