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

/** What was asked for. */
export interface Arguments {
  readonly command: Command | undefined
  /** The filter, or the schema of a command that takes no filter. */
  readonly operand: string | undefined
  readonly values: OptionValues
}

/** @throws UsageError when the arguments mean nothing */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parsed(args)
  const [name, ...operands] = positionals
  const command = name === undefined ? undefined : commandNamed(name)
  // A schema may be written with its option or without.
  if (command?.takes === "schema" && values.schema !== undefined) operands.push(values.schema)
  if (operands.length > 1)
    throw new UsageError(
      `One ${command?.takes}, not ${operands.length}`,
      "put it in quotes, so that the shell leaves it whole",
    )
  for (const [option, value] of Object.entries(values)) checkOption(option as OptionName, value, command)
  return { command, operand: operands[0], values: values as OptionValues }
}

/** How the answer is to look: known even where the arguments are wrong in something else. */
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

function parsed(args: readonly string[]) {
  try {
    return parseArgs(config(args))
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")))
      throw error
    // What Node says after the first sentence is about quoting and not about this program.
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
      `desk-filter ${command.name} --help lists what it takes`,
    )
  const { choices }: OptionDeclaration = options[name]
  if (choices !== undefined && !choices.some((choice) => choice === value))
    throw new UsageError(`--${name} cannot be ${value}`, `write one of ${choices.join(", ")}`)
}
