import { defaultLimits, type Limits } from "desk-filter"
import { type DialectName, dialects } from "desk-filter/sql"

/** The declaration of an option. The argument parser and the help use it. */
export interface OptionDeclaration {
  readonly type: "boolean" | "string"
  readonly short?: string
  /** The placeholder of its value in the help. */
  readonly value?: string
  /** The values that it accepts. Without them, it accepts any value. */
  readonly choices?: readonly string[]
  readonly doc: string
}

/** The databases, by the names of the registry. */
export const dialectNames = Object.keys(dialects) as readonly DialectName[]

/** Every option of every command. The argument parser, the types and the help derive from these declarations. */
export const options = {
  schema: {
    type: "string",
    value: "schema",
    doc: "a Desk resource, or an export of a module: ./schemas.js#articles",
  },
  "empty-or": {
    type: "string",
    value: "meaning",
    choices: ["none", "all", "error"],
    doc: 'what {"$or":[]} matches: none (default) or all; error rejects it',
  },
  "require-selective": { type: "boolean", doc: "reject a filter that matches every record" },
  "max-length": {
    type: "string",
    value: "number",
    doc: `the most UTF-16 units of the text (${defaultLimits.maxLength})`,
  },
  "max-depth": {
    type: "string",
    value: "number",
    doc: `the most nested objects and lists (${defaultLimits.maxDepth}; 256 at most)`,
  },
  "max-nodes": {
    type: "string",
    value: "number",
    doc: `the most names of fields and operators (${defaultLimits.maxNodes})`,
  },
  "max-list-length": {
    type: "string",
    value: "number",
    doc: `the most items of a list (${defaultLimits.maxListLength})`,
  },
  "max-relation-conditions": {
    type: "string",
    value: "number",
    doc: `the most conditions on relations to many (${defaultLimits.maxRelationConditions})`,
  },
  "max-diagnostics": {
    type: "string",
    value: "number",
    doc: `the most mistakes to print (${defaultLimits.maxDiagnostics})`,
  },
  "max-guard-steps": {
    type: "string",
    value: "number",
    doc: `the most steps of --require-selective (${defaultLimits.maxGuardSteps})`,
  },
  lines: { type: "boolean", doc: "check each line of standard input as a filter of its own" },
  dialect: {
    type: "string",
    value: "database",
    choices: dialectNames,
    doc: dialectNames.join(", "),
  },
  table: { type: "string", value: "name", doc: "the table name to write before each column" },
  mapping: {
    type: "string",
    value: "module",
    doc: "an export of a module, made by sqlMapping: ./mapping.js#customers",
  },
  style: {
    type: "string",
    value: "style",
    choices: ["compact", "explicit"],
    doc: "compact (default), or explicit to write every $eq",
  },
  encode: { type: "boolean", doc: "print a percent-encoded query string: filter=…" },
  json: { type: "boolean", doc: "print JSON, also for errors" },
  color: { type: "boolean", doc: "use colours (default on a terminal); --no-color turns them off" },
  help: { type: "boolean", short: "h", doc: "print help" },
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

/** The options of every command, and of the program without a command. */
export const commonOptions = ["json", "color", "help", "version"] as const satisfies readonly OptionName[]

/** The options of every command that reads a filter. */
export const filterOptions = [
  "schema",
  "empty-or",
  "require-selective",
  "max-length",
  "max-depth",
  "max-nodes",
  "max-list-length",
  "max-relation-conditions",
  "max-diagnostics",
  "max-guard-steps",
] as const satisfies readonly OptionName[]

/** The option that sets each limit. */
export const limitOptions = {
  maxLength: "max-length",
  maxDepth: "max-depth",
  maxNodes: "max-nodes",
  maxListLength: "max-list-length",
  maxRelationConditions: "max-relation-conditions",
  maxDiagnostics: "max-diagnostics",
  maxGuardSteps: "max-guard-steps",
} as const satisfies Readonly<Record<keyof Limits, OptionName>>
