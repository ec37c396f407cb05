import type { Filter, Schema } from "desk-filter"
import type { OptionName, OptionValues } from "../options.ts"
import type { Paint } from "../paint.ts"

/** The result of a command, as text and as JSON. */
export interface Output {
  /** One or more lines, without a line break at the end. */
  text(paint: Paint): string
  /** The members of the JSON object, except `ok`. */
  readonly json: Readonly<Record<string, unknown>>
}

/** The input of a command that takes a filter. */
export interface Request {
  readonly filter: Filter
  readonly schema: Schema
  readonly values: OptionValues
  /** The folder that paths of modules are relative to. */
  readonly cwd: string
  /** Reads standard input, which is a record. */
  readInput(): Promise<string>
}

interface CommandInfo {
  readonly name: string
  /** What it prints. It follows the word "Prints" in the help. */
  readonly summary: string
  /** Its options, except those that every command takes. */
  readonly options: readonly OptionName[]
  /** Command lines to try in a shell. */
  readonly examples: readonly string[]
}

/** A command that takes a filter, or the address of a request that has one. */
export interface FilterCommand extends CommandInfo {
  readonly takes: "filter" | "address"
  /** Whether standard input is a record. The filter is then an argument. */
  readonly readsRecord?: true
  run(request: Request): Output | Promise<Output>
}

/** A command that takes a schema and nothing else. */
export interface SchemaCommand extends CommandInfo {
  readonly takes: "schema"
  run(schema: Schema): Output
}

export type Command = FilterCommand | SchemaCommand
