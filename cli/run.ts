import { FilterError, parseFilter, type Schema } from "desk-filter"
import { readAppearance, readArguments } from "./arguments.ts"
import type { FilterCommand, Output } from "./commands/command.ts"
import { type Failure, invalid, misused } from "./failure.ts"
import { help, helpOn } from "./help.ts"
import { toJson } from "./json.ts"
import { loadSchema } from "./load-schema.ts"
import type { OptionValues } from "./options.ts"
import { choosePaint } from "./paint.ts"
import { UsageError } from "./usage-error.ts"

/** All that a call of the program depends on, but for the modules that it names. */
export interface Invocation {
  /** The arguments after the program's name. */
  readonly args: readonly string[]
  /** Reads standard input to its end; absent on a terminal, where nothing waits to be read. */
  readonly stdin?: () => Promise<string>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Which of the outputs are terminals. */
  readonly terminals: { readonly stdout: boolean; readonly stderr: boolean }
  /** The version of the package. */
  readonly version: string
}

/** All that a call of the program does. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: 0 | 1 | 2
}

/** Runs the program. It throws on nothing that a user can write. */
export async function run(invocation: Invocation): Promise<Outcome> {
  const { json, color } = readAppearance(invocation.args)
  const paint = (stream: "stdout" | "stderr") =>
    choosePaint(color, invocation.env, invocation.terminals[stream])
  const answer = await answerTo(invocation)
  if (typeof answer === "string") return { stdout: `${answer}\n`, stderr: "", exitCode: 0 }
  if ("json" in answer) {
    const text = json ? toJson({ ok: true, ...answer.json }) : answer.text(paint("stdout"))
    return { stdout: `${text}\n`, stderr: "", exitCode: 0 }
  }
  const { exitCode, diagnostics } = answer
  return json
    ? { stdout: `${toJson({ ok: false, diagnostics })}\n`, stderr: "", exitCode }
    : { stdout: "", stderr: `${answer.text(paint("stderr"))}\n`, exitCode }
}

/** What there is to say: a text that is the same to all, what a command made, or what is wrong. */
async function answerTo(invocation: Invocation): Promise<string | Output | Failure> {
  try {
    const { command, operand, values } = readArguments(invocation.args)
    if (values.version) return invocation.version
    if (values.help) return command === undefined ? help() : helpOn(command)
    if (command === undefined) throw new UsageError("No command", "desk-filter --help lists the commands")
    if (command.takes === "schema") return command.run(await loadSchema(operand, invocation.cwd))
    const schema = await loadSchema(values.schema, invocation.cwd)
    return await filtered(command, schema, await filterText(operand, invocation), values, invocation.cwd)
  } catch (error) {
    if (error instanceof UsageError) return misused(error)
    throw error
  }
}

async function filtered(
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
    if (error instanceof FilterError) return invalid(text, error)
    throw error
  }
}

/** The filter: an argument, or standard input, which `-` asks for by name. */
async function filterText(operand: string | undefined, { stdin }: Invocation): Promise<string> {
  if (operand !== undefined && operand !== "-") return operand
  const text = (await stdin?.()) ?? ""
  if (text.trim() === "")
    throw new UsageError("No filter", "write it as an argument in quotes, or send it to standard input")
  return text
}
