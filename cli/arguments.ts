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
import { oneOf, similarTo } from "./suggestion.ts"
import { cannotBe, UsageError } from "./usage-error.ts"

/** The arguments of a call, after parsing. */
export interface Arguments {
  /** Whether to print the help: of the command, if there is one. */
  readonly isHelp: boolean
  readonly command: Command | undefined
  /** What the command takes: a filter, an address or a schema. */
  readonly operand: string | undefined
  readonly values: OptionValues
}

const LISTS_OPTIONS = "desk-filter --help lists the options"

/** The names to suggest. */
const OPTIONS: readonly string[] = [...Object.keys(options), "no-color"]

/** What to write instead of several operands, by the kind of operand. */
const operandHints: Readonly<Record<Command["takes"], string>> = {
  filter: "put the filter in quotes, so that the shell passes it as one argument",
  address: "put the address in quotes, so that the shell passes it as one argument",
  schema: "name the schema once: as an argument or with --schema",
}

/** @throws UsageError when the arguments are not valid */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseOptions(args)
  const isHelp = values.help === true || positionals[0] === HELP
  const [name, ...operands] = positionals[0] === HELP ? positionals.slice(1) : positionals
  const command = name === undefined || name === HELP ? undefined : commandNamed(name)
  // A command that takes a schema also accepts it as --schema.
  if (command?.takes === "schema" && values.schema !== undefined) operands.push(values.schema)
  if (command !== undefined && operands.length > 1)
    throw new UsageError(
      `${command.name} takes one ${command.takes}, but ${operands.length} were given`,
      operandHints[command.takes],
    )
  for (const [option, value] of Object.entries(values)) checkOption(option as OptionName, value, command)
  return { isHelp, command, operand: operands[0], values: values as OptionValues }
}

/** The word before the name of a command that asks for its help. */
const HELP = "help"

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
    const [, dashed] = /^Unknown option '(-[^']+)'/.exec(sentence) ?? []
    // Of -schema, Node names only -s.
    const written = dashed && args.find((arg) => arg.startsWith(dashed))
    const similar = written && similarTo(written.replace(/^-+|=.*$/gs, ""), OPTIONS, (name) => `--${name}`)
    throw new UsageError(
      sentence,
      similar === undefined ? LISTS_OPTIONS : `did you mean ${similar}? ${LISTS_OPTIONS}`,
    )
  }
}

function commandNamed(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name)
  if (command !== undefined) return command
  throw new UsageError(
    `There is no command ${name}`,
    oneOf([...commands.map(({ name }) => name), HELP], name),
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
    throw cannotBe(name, String(value), oneOf(choices, String(value)))
}
