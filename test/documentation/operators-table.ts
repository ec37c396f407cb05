import { operators } from "../../src/index.ts"

const BEGIN = "<!-- operators: made from src/schema/operators.ts by `npm run readme` -->\n"
const END = "<!-- /operators -->"

/** The README with an operators table generated from the declarations. */
export function withOperatorsTable(readme: string): string {
  const start = readme.indexOf(BEGIN)
  const end = readme.indexOf(END)
  if (start === -1 || end < start)
    throw new Error("The README does not have the comments that mark the operators table")
  return readme.slice(0, start + BEGIN.length) + operatorsTable() + readme.slice(end)
}

function operatorsTable(): string {
  const rows = Object.entries(operators).map(
    ([name, { doc, example }]) => `| \`${name}\` | ${doc} | \`${example}\` |\n`,
  )
  return `| operator | true when | example |\n|---|---|---|\n${rows.join("")}`
}
