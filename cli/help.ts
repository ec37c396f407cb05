import type { Command } from "./commands/command.ts"
import { commands } from "./commands/index.ts"
import { resourceNames } from "./load-schema.ts"
import { commonOptions, filterOptions, type OptionDeclaration, type OptionName, options } from "./options.ts"

const EXIT_CODES = "Exit codes: 0 done, 1 the filter is not valid, 2 the command was not understood."

/** How to use the program. */
export function help(): string {
  return `Reads filters of the Teamwork Desk API, checks them, and prints what becomes of them.

Usage: desk-filter <command> --schema <schema> [options] [filter]

Commands:
${columns(commands.map(({ name, summary }) => [name, summary]))}

The filter is an argument, or comes from standard input. The schema is what a module exports,
as in ./schemas.js#articles, or one of Desk's resources:
${lines(resourceNames)}

Options:
${columns([...filterOptions, ...commonOptions].map(optionLine))}

Examples:
${commands.map(({ examples: [first] }) => `  ${first}`).join("\n")}

desk-filter <command> --help says more of one command.
${EXIT_CODES}`
}

/** How to use one command. */
export function helpOn({ name, takes, summary, options, examples }: Command): string {
  const usage =
    takes === "filter" ? `${name} --schema <schema> [options] [filter]` : `${name} [options] <schema>`
  return `Prints ${summary}.

Usage: desk-filter ${usage}

Options:
${columns([...options, ...commonOptions].map(optionLine))}

Examples:
${examples.map((example) => `  ${example}`).join("\n")}

${EXIT_CODES}`
}

function optionLine(name: OptionName): [string, string] {
  const { short, value, doc }: OptionDeclaration = options[name]
  return [
    `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` <${value}>`}`,
    doc,
  ]
}

/** Words with commas between them, in lines of no more than 80 columns. */
function lines(words: readonly string[]): string {
  return words
    .join(", ")
    .replaceAll(/(.{1,76}(?:,|$)) ?/g, "  $1\n")
    .trimEnd()
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n")
}
