import { operators } from "../../src/index.ts"

const BEGIN = "<!-- operators: made from src/schema/operators.ts by `npm run readme` -->\n"
const END = "<!-- /operators -->"

/** The README with its table of operators as they are declared. */
export function withOperatorsTable(readme: string): string {
  const start = readme.indexOf(BEGIN)
  const end = readme.indexOf(END)
  if (start === -1 || end < start) throw new Error("The README has no place for the table of operators")
  return readme.slice(0, start + BEGIN.length) + operatorsTable() + readme.slice(end)
}

function operatorsTable(): string {
  const rows = Object.entries(operators).map(
    ([name, { doc, example }]) => `| \`${name}\` | ${doc} | \`${example}\` |\n`,
  )
  return `| operator | true when | example |\n|---|---|---|\n${rows.join("")}`
}
