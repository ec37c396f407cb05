export { type DeskFilterOptions, deskFilter } from "./codemirror/desk-filter.ts"
