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
import { encodingFailure, type Failure, filterFailure, noCommand, usageFailure } from "./failure.ts"
import { help, helpOn } from "./help.ts"
import { toJson } from "./json.ts"
import { checkLines } from "./lines.ts"
import { loadSchema } from "./load-schema.ts"
import type { OptionValues } from "./options.ts"
import { choosePaint } from "./paint.ts"
import { parseOptionsOf } from "./parse-options.ts"
import { type Bytes, readLines, readText } from "./standard-input.ts"
import { UsageError } from "./usage-error.ts"

/** Everything that a call of the program depends on, except the modules that it names. */
export interface Invocation {
  /** The arguments after the program's name. */
  readonly args: readonly string[]
  /** Opens standard input. Absent if standard input is a terminal. */
  readonly stdin?: () => Bytes
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Which of the outputs are terminals. */
  readonly terminals: { readonly stdout: boolean; readonly stderr: boolean }
  /** The version of the package. */
  readonly version: string
}

/** Everything that a call of the program produces. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: 0 | 1 | 2
}

/** Runs the program. It throws only if standard input cannot be read. */
export async function run(invocation: Invocation): Promise<Outcome> {
  const { json, color } = readAppearance(invocation.args)
  const paint = (stream: "stdout" | "stderr") =>
    choosePaint(color, invocation.env, invocation.terminals[stream])
  const result = await execute(invocation)
  if (typeof result === "string") return { stdout: `${result}\n`, stderr: "", exitCode: 0 }
  if ("json" in result) {
    const text = json ? toJson({ ok: true, ...result.json }) : result.text(paint("stdout"))
    return { stdout: `${text}\n`, stderr: "", exitCode: 0 }
  }
  const { exitCode, diagnostics } = result
  return json
    ? { stdout: `${toJson({ ok: false, diagnostics })}\n`, stderr: "", exitCode }
    : { stdout: "", stderr: `${result.text(paint("stderr"))}\n`, exitCode }
}

/** Returns the help or the version as a string, the output of a command, or a failure. */
async function execute(invocation: Invocation): Promise<string | Output | Failure> {
  try {
    const { isHelp, command, operand, values } = readArguments(invocation.args)
    if (values.version) return invocation.version
    if (isHelp) return command === undefined ? help() : helpOn(command)
    if (command === undefined) return noCommand(help())
    if (command.takes === "schema") return command.run(await loadSchema(operand, invocation.cwd))
    const schema = await loadSchema(values.schema, invocation.cwd)
    const run = values.lines ? runOnLines : runOnFilter
    return await run({ command, schema, operand, values, options: parseOptionsOf(values) }, invocation)
  } catch (error) {
    if (error instanceof UsageError) return usageFailure(error)
    if (error instanceof EncodingError) return encodingFailure(error)
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
    return await command.run({ filter, schema, values, cwd: invocation.cwd })
  } catch (error) {
    if (error instanceof FilterError) return filterFailure(filterText(text), error)
    throw error
  }
}

/** Checks every line of standard input. */
async function runOnLines(call: Call, { stdin }: Invocation): Promise<Output | Failure> {
  const { schema, operand, options } = call
  if (operand !== undefined && operand !== "-")
    throw new UsageError("--lines reads standard input", "leave the filter out of the arguments")
  const maxLength = maxLengthOf(options)
  const checked =
    stdin &&
    (await checkLines(readLines(stdin(), maxLength), maxLength, (text) => parseFilter(schema, text, options)))
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
  return new URLSearchParams(address.slice(address.indexOf("?") + 1)).get("filter") ?? address
}

interface Source {
  read(schema: Schema, text: string, options: ParseOptions): Filter
  filterText(text: string): string
}

/** The text of the operand: the argument, or standard input if the argument is `-` or absent. */
async function textOf({ command, operand, options }: Call, { stdin }: Invocation): Promise<string> {
  if (operand !== undefined && operand !== "-") return operand
  const text = stdin === undefined ? "" : await readText(stdin(), maxLengthOf(options))
  if (text.trim() === "") throw noInput(command.takes)
  return text
}

function maxLengthOf({ limits: { maxLength = defaultLimits.maxLength } = {} }: ParseOptions): number {
  return maxLength
}

function noInput(takes: FilterCommand["takes"]): UsageError {
  return new UsageError(`No ${takes} given`, "pass it as an argument in quotes, or through standard input")
}
