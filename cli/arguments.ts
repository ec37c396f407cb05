import { type ParseArgsConfig, parseArgs } from "node:util"
import type { Command } from "./commands/command.ts"
import { commands } from "./commands/index.ts"
import {
  commonOptions,
  type OptionDeclaration,
  type OptionName,
  type OptionValues,
  options,
} from "./options.ts"
import { UsageError } from "./usage-error.ts"

/** The arguments of a call, after parsing. */
export interface Arguments {
  readonly command: Command | undefined
  /** The filter, or the schema if the command takes no filter. */
  readonly operand: string | undefined
  readonly values: OptionValues
}

/** What to write instead of several operands, by the kind of operand. */
const operandHints: Readonly<Record<Command["takes"], string>> = {
  filter: "put the filter in quotes, so that the shell passes it as one argument",
  schema: "name the schema once: as an argument or with --schema",
}

/** @throws UsageError when the arguments are not valid */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseOptions(args)
  const [name, ...operands] = positionals
  const command = name === undefined ? undefined : commandNamed(name)
  // A command that takes a schema also accepts it as --schema.
  if (command?.takes === "schema" && values.schema !== undefined) operands.push(values.schema)
  if (command !== undefined && operands.length > 1)
    throw new UsageError(
      `${command.name} takes one ${command.takes}, but ${operands.length} were given`,
      operandHints[command.takes],
    )
  for (const [option, value] of Object.entries(values)) checkOption(option as OptionName, value, command)
  return { command, operand: operands[0], values: values as OptionValues }
}

/** Reads only the options for the form of the output. They apply even if other arguments are wrong. */
export function readAppearance(args: readonly string[]): {
  readonly json: boolean
  readonly color?: boolean
} {
  const { json, color } = parseArgs({ ...config(args), strict: false }).values
  return { json: json === true, ...(typeof color === "boolean" && { color }) }
}

function config(args: readonly string[]) {
  return { args: [...args], options, allowPositionals: true, allowNegative: true } satisfies ParseArgsConfig
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs(config(args))
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")))
      throw error
    // Only the first sentence of Node's message fits. The rest explains how to quote arguments.
    const [sentence = ""] = error.message.split(/\. |\.?\n/)
    throw new UsageError(sentence, "desk-filter --help lists the options")
  }
}

function commandNamed(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name)
  if (command !== undefined) return command
  throw new UsageError(
    `There is no command ${name}`,
    `write one of ${commands.map(({ name }) => name).join(", ")}`,
  )
}

function checkOption(name: OptionName, value: unknown, command: Command | undefined): void {
  const taken: readonly OptionName[] = [...commonOptions, ...(command?.options ?? [])]
  if (!taken.includes(name) && command !== undefined)
    throw new UsageError(
      `${command.name} does not take --${name}`,
      `desk-filter ${command.name} --help lists its options`,
    )
  const { choices }: OptionDeclaration = options[name]
  if (choices !== undefined && !choices.some((choice) => choice === value))
    throw new UsageError(`--${name} cannot be ${value}`, `write one of ${choices.join(", ")}`)
}
