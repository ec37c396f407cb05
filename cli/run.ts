import {
  defaultLimits,
  type Filter,
  FilterError,
  type ParseOptions,
  parseFilter,
  type Schema,
} from "desk-filter"
import { fromSearchParams } from "desk-filter/query-string"
import { readAppearance, readArguments } from "./arguments.ts"
import type { FilterCommand, Output } from "./commands/command.ts"
import { EncodingError } from "./encoding-error.ts"
import {
  encodingFailure,
  type Failure,
  filterFailure,
  noCommand,
  recordFailure,
  usageFailure,
} from "./failure.ts"
import { help, helpOn } from "./help.ts"
import { checkLines } from "./lines.ts"
import { loadSchema } from "./load-schema.ts"
import type { OptionValues } from "./options.ts"
import { choosePaint } from "./paint.ts"
import { parseOptionsOf } from "./parse-options.ts"
import { type ExitCode, jsonPrinter, type Printer, textPrinter, type Write } from "./printer.ts"
import { RecordError } from "./record.ts"
import { type Bytes, readLines, readText } from "./standard-input.ts"
import { UsageError } from "./usage-error.ts"

/** Everything that a call of the program depends on, except the modules that it names. */
export interface Invocation {
  /** The arguments after the program's name. */
  readonly args: readonly string[]
  /** Opens standard input. Absent if standard input is a terminal. */
  readonly stdin?: () => Bytes
  readonly write: Write
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Which of the outputs are terminals. */
  readonly terminals: { readonly stdout: boolean; readonly stderr: boolean }
  /** The version of the package. */
  readonly version: string
}

/** Runs the program. It throws only if standard input cannot be read, or the output not written. */
export async function run(invocation: Invocation): Promise<ExitCode> {
  const { args, env, terminals, write } = invocation
  const { json, color } = readAppearance(args)
  const printer = json
    ? jsonPrinter(write)
    : textPrinter(write, (stream) => choosePaint(color, env, terminals[stream]))
  const result = await execute(invocation, printer)
  if (typeof result === "number") return result
  if (typeof result !== "string")
    return await ("json" in result ? printer.output(result) : printer.failure(result))
  await write("stdout", `${result}\n`)
  return 0
}

/** Returns the help or the version as a string, the output of a command, a failure, or the code of failures already printed. */
async function execute(
  invocation: Invocation,
  printer: Printer,
): Promise<string | Output | Failure | ExitCode> {
  try {
    const { isHelp, command, operand, values } = readArguments(invocation.args)
    if (values.version) return invocation.version
    if (isHelp) return command === undefined ? help() : helpOn(command)
    if (command === undefined) return noCommand(help())
    if (command.takes === "schema") return command.run(await loadSchema(operand, invocation.cwd))
    const schema = await loadSchema(values.schema, invocation.cwd)
    const run = values.lines ? runOnLines : runOnFilter
    const call = { command, schema, operand, values, options: parseOptionsOf(values) }
    return await run(call, invocation, printer)
  } catch (error) {
    if (error instanceof UsageError) return usageFailure(error)
    if (error instanceof EncodingError) return encodingFailure(error)
    if (error instanceof RecordError) return recordFailure(error)
    throw error
  }
}

/** A call of a command that takes a filter. */
interface Call {
  readonly command: FilterCommand
  readonly schema: Schema
  /** The text that was given as an argument. */
  readonly operand: string | undefined
  readonly values: OptionValues
  readonly options: ParseOptions
}

async function runOnFilter(call: Call, invocation: Invocation): Promise<Output | Failure> {
  const { command, schema, values, options } = call
  const { read, filterText } = sources[command.takes]
  const text = await textOf(call, invocation)
  try {
    const filter = read(schema, text, options)
    const readInput = () => readRecordText(invocation)
    return await command.run({ filter, schema, values, cwd: invocation.cwd, readInput })
  } catch (error) {
    if (error instanceof FilterError) return filterFailure(filterText(text), error)
    throw error
  }
}

/** Checks every line of standard input. */
async function runOnLines(
  call: Call,
  { stdin }: Invocation,
  printer: Printer,
): Promise<Output | Failure | ExitCode> {
  const { schema, operand, options } = call
  if (isArgument(operand))
    throw new UsageError("--lines reads standard input", "leave the filter out of the arguments")
  if (stdin === undefined) throw noInput("filter")
  const maxLength = maxLengthOf(options)
  const lines = readLines(stdin(), maxLength)
  const checked = await checkLines(lines, maxLength, (text) => parseFilter(schema, text, options), printer)
  return checked ?? usageFailure(noInput("filter"))
}

/** How each kind of operand is read: the filter that it has, and the text that the spans of mistakes refer to. */
const sources: Readonly<Record<FilterCommand["takes"], Source>> = {
  filter: { read: parseFilter, filterText: (text) => text },
  address: {
    read: (schema, text, options) => fromSearchParams(schema, text, { ...options, required: true }),
    filterText: filterOf,
  },
}

/** The decoded text of the filter, to show where a mistake is. */
function filterOf(address: string): string {
  const [path = "", ...rest] = address.split("?")
  const query = rest.join("?")
  // Only an address has a fragment. A query string alone may have a question mark in the filter.
  const queries = [path === "" ? query : query.replace(/#.*$/s, ""), address]
  const filters = queries.map((text) => new URLSearchParams(text).get("filter"))
  return filters.find((filter) => filter !== null) ?? address
}

interface Source {
  read(schema: Schema, text: string, options: ParseOptions): Filter
  filterText(text: string): string
}

/** The text of the operand: the argument, or standard input if the argument is `-` or absent. */
async function textOf(
  { command: { takes, readsRecord }, operand, options }: Call,
  { stdin }: Invocation,
): Promise<string> {
  if (readsRecord && !isArgument(operand))
    throw new UsageError("No filter given", "pass it as an argument in quotes: standard input is the record")
  if (takes === "filter" && isArgument(operand)) return operand
  // An address may be longer than its filter, and space around it is not a part of it.
  const maxLength = takes === "filter" ? maxLengthOf(options) : Infinity
  const given = isArgument(operand) ? operand : stdin === undefined ? "" : await readText(stdin(), maxLength)
  const text = given.trim()
  if (text === "") throw noInput(takes)
  return takes === "filter" ? given : text
}

/** The text of a record, from standard input. */
async function readRecordText({ stdin }: Invocation): Promise<string> {
  const text = stdin === undefined ? "" : await readText(stdin(), Infinity)
  if (text.trim() === "")
    throw new UsageError(
      "No record given",
      "pass it as JSON through standard input, for example < record.json",
    )
  return text
}

/** Whether the operand is a text, and does not stand for standard input. */
function isArgument(operand: string | undefined): operand is string {
  return operand !== undefined && operand !== "-"
}

function maxLengthOf({ limits: { maxLength = defaultLimits.maxLength } = {} }: ParseOptions): number {
  return maxLength
}

function noInput(takes: FilterCommand["takes"]): UsageError {
  return new UsageError(`No ${takes} given`, "pass it as an argument in quotes, or through standard input")
}
