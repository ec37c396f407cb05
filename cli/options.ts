import { dialectNames } from "./dialects.ts"

/** What an option is, to the parser of arguments and to the reader of the help. */
export interface OptionDeclaration {
  readonly type: "boolean" | "string"
  readonly short?: string
  /** What stands for its value in the help. */
  readonly value?: string
  /** The values that there are. */
  readonly choices?: readonly string[]
  readonly doc: string
}

/** Every option of every command, declared once: the parser, the types and the help follow from here. */
export const options = {
  schema: {
    type: "string",
    value: "schema",
    doc: "a resource of Desk, or a module and the name of its export: ./schemas.js#articles",
  },
  "empty-or": {
    type: "string",
    value: "meaning",
    choices: ["none", "all", "error"],
    doc: 'what {"$or":[]} matches: none (default), all, or error to refuse it',
  },
  "require-selective": { type: "boolean", doc: "refuse a filter that matches every record" },
  dialect: {
    type: "string",
    value: "database",
    choices: dialectNames,
    doc: dialectNames.join(", "),
  },
  table: { type: "string", value: "name", doc: "the table to write before the columns" },
  mapping: {
    type: "string",
    value: "module",
    doc: "a module and the name of its export that sqlMapping made: ./mapping.js#customers",
  },
  style: {
    type: "string",
    value: "style",
    choices: ["compact", "explicit"],
    doc: "compact (default), or explicit to write every $eq",
  },
  encode: { type: "boolean", doc: "percent-encode it, as filter=…, for after the ? of a URL" },
  json: { type: "boolean", doc: "print JSON, errors included" },
  color: { type: "boolean", doc: "print colours, or with --no-color none; by default on a terminal" },
  help: { type: "boolean", short: "h", doc: "say how to use the command" },
  version: { type: "boolean", doc: "print the version of desk-filter" },
} as const satisfies Readonly<Record<string, OptionDeclaration>>

type Options = typeof options
export type OptionName = keyof Options

type ValueOf<Option> = Option extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Option extends { readonly type: "boolean" }
    ? boolean
    : string

/** The options that were given. */
export type OptionValues = { readonly [Name in OptionName]?: ValueOf<Options[Name]> }

/** What every command takes, and what the program takes without one. */
export const commonOptions = ["json", "color", "help", "version"] as const satisfies readonly OptionName[]

/** What every command takes that reads a filter. */
export const filterOptions = [
  "schema",
  "empty-or",
  "require-selective",
] as const satisfies readonly OptionName[]
