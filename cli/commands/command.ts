import type { Filter, Schema } from "desk-filter"
import type { OptionName, OptionValues } from "../options.ts"
import type { Paint } from "../paint.ts"

/** What a command has to say, to people and to machines. */
export interface Output {
  /** Some lines, without a line break at the end. */
  text(paint: Paint): string
  /** The members of the JSON object, beside `ok`. */
  readonly json: Readonly<Record<string, unknown>>
}

/** What a command that takes a filter is given. */
export interface Request {
  readonly filter: Filter
  readonly schema: Schema
  readonly values: OptionValues
  /** The folder that paths of modules start from. */
  readonly cwd: string
}

interface Described {
  readonly name: string
  /** What it prints, in the list of commands. */
  readonly summary: string
  /** Its options, beside those of all commands. */
  readonly options: readonly OptionName[]
  /** Lines for a shell. */
  readonly examples: readonly string[]
}

/** A command that takes a filter. */
export interface FilterCommand extends Described {
  readonly takes: "filter"
  run(request: Request): Output | Promise<Output>
}

/** A command that takes a schema and nothing else. */
export interface SchemaCommand extends Described {
  readonly takes: "schema"
  run(schema: Schema): Output
}

export type Command = FilterCommand | SchemaCommand
