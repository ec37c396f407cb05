import { FilterError, parseFilter, type Schema } from "desk-filter"
import { readAppearance, readArguments } from "./arguments.ts"
import type { FilterCommand, Output } from "./commands/command.ts"
import { type Failure, filterFailure, usageFailure } from "./failure.ts"
import { help, helpOn } from "./help.ts"
import { toJson } from "./json.ts"
import { loadSchema } from "./load-schema.ts"
import type { OptionValues } from "./options.ts"
import { choosePaint } from "./paint.ts"
import { UsageError } from "./usage-error.ts"

/** Everything that a call of the program depends on, except the modules that it names. */
export interface Invocation {
  /** The arguments after the program's name. */
  readonly args: readonly string[]
  /** Reads standard input to its end. Absent if standard input is a terminal. */
  readonly stdin?: () => Promise<string>
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

/** Runs the program. No input of a user makes it throw. */
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
    const { command, operand, values } = readArguments(invocation.args)
    if (values.version) return invocation.version
    if (values.help) return command === undefined ? help() : helpOn(command)
    if (command === undefined)
      throw new UsageError("No command given", "desk-filter --help lists the commands")
    if (command.takes === "schema") return command.run(await loadSchema(operand, invocation.cwd))
    const schema = await loadSchema(values.schema, invocation.cwd)
    return await runOnFilter(command, schema, await readFilter(operand, invocation), values, invocation.cwd)
  } catch (error) {
    if (error instanceof UsageError) return usageFailure(error)
    throw error
  }
}

async function runOnFilter(
  command: FilterCommand,
  schema: Schema,
  text: string,
  values: OptionValues,
  cwd: string,
): Promise<Output | Failure> {
  const { "empty-or": emptyOr = "none", "require-selective": requireSelective = false } = values
  try {
    const filter = parseFilter(schema, text, { emptyOr, requireSelective })
    return await command.run({ filter, schema, values, cwd })
  } catch (error) {
    if (error instanceof FilterError) return filterFailure(text, error)
    throw error
  }
}

/** Returns the filter's text: the argument, or standard input if the argument is `-` or absent. */
async function readFilter(operand: string | undefined, { stdin }: Invocation): Promise<string> {
  if (operand !== undefined && operand !== "-") return operand
  const text = (await stdin?.()) ?? ""
  if (text.trim() === "")
    throw new UsageError("No filter given", "pass it as an argument in quotes, or through standard input")
  return text
}
