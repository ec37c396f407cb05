import type { Command } from "./commands/command.ts"
import { commands } from "./commands/index.ts"
import { resourceNames } from "./load-schema.ts"
import { commonOptions, filterOptions, type OptionDeclaration, type OptionName, options } from "./options.ts"

const EXIT_CODES = `Exit codes: 0 success, 1 the filter or the record is not valid, 2 the command was used incorrectly,
3 standard input could not be read, or the output not written.`

/** The help of the program. */
export function help(): string {
  return `Checks, translates and explains filters of the Teamwork Desk API.

Usage: desk-filter <command> --schema <schema> [options] [filter]

Commands:
${alignColumns(commands.map(({ name, summary }) => [name, summary]))}

Pass the filter as an argument or through standard input. The schema is an export of a module,
such as ./schemas.js#articles, or one of Desk's resources:
${wrapWords(resourceNames)}

Options:
${alignColumns([...filterOptions, ...commonOptions].map(optionLine))}

Examples:
${commands.map(({ examples: [first] }) => `  ${first}`).join("\n")}

desk-filter <command> --help lists the options of one command.
${EXIT_CODES}`
}

/** The help of one command. */
export function helpOn(command: Command): string {
  const { name, summary, options, examples } = command
  return `Prints ${summary}.

Usage: desk-filter ${name} ${operandsOf(command)}

Options:
${alignColumns([...options, ...commonOptions].map(optionLine))}

Examples:
${examples.map((example) => `  ${example}`).join("\n")}

${EXIT_CODES}`
}

function operandsOf(command: Command): string {
  if (command.takes === "schema") return "[options] <schema>"
  const input = command.readsRecord ? "<filter> < record.json" : `[${command.takes}]`
  return `--schema <schema> [options] ${input}`
}

function optionLine(name: OptionName): [string, string] {
  const { short, value, doc }: OptionDeclaration = options[name]
  return [
    `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` <${value}>`}`,
    doc,
  ]
}

/** Joins words with commas, in lines of at most 80 columns. */
function wrapWords(words: readonly string[]): string {
  return words
    .join(", ")
    .replaceAll(/(.{1,76}(?:,|$)) ?/g, "  $1\n")
    .trimEnd()
}

function alignColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n")
}
