import { none, one } from "../dialect/stored.ts"
import type { Answer, Answers } from "./answers.ts"
import { plain } from "./column-type.ts"
import { byText } from "./texts.ts"

/** A parameter of the column's type must be one of its labels. */
const byLabel: Answer = ({ labels: read, type = "" }) => {
  const labels = read ?? labelsIn(type)
  if (labels.length === 0) return undefined
  return plain(`ENUM(${labels.map(quoted).join(", ")})`, (label) =>
    labels.includes(String(label)) ? one(label) : none(),
  )
}

/** `ENUM('active', 'deleted')`, as the catalog names the type. */
export const enums: Answers = { string: byText, enum: byLabel }

/** The texts in quotes. A backslash is a character like any other. */
export function labelsIn(type: string): string[] {
  return [...type.matchAll(/'((?:[^']|'')*)'/g)].map(([, label = ""]) => label.replaceAll("''", "'"))
}

function quoted(label: string): string {
  return `'${label.replaceAll("'", "''")}'`
}
