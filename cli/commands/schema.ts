import type { Field } from "desk-filter"
import type { Paint } from "../paint.ts"
import { visible } from "../visible.ts"
import type { SchemaCommand } from "./command.ts"

export const schema: SchemaCommand = {
  name: "schema",
  takes: "schema",
  summary: "the fields of a schema, their types and operators",
  options: ["schema"],
  examples: ["desk-filter schema customers", "desk-filter schema customers --json"],
  run(schema) {
    const fields = [...schema.fields.values()]
    return { text: (paint) => drawTable(fields, paint), json: { fields } }
  },
}

const HEADING = ["field", "type", "null", "operators", "description"]

/** Draws one field per line, so that tools such as grep find a field. */
function drawTable(fields: readonly Field[], paint: Paint): string {
  const rows = fields.map((field) =>
    [field.name, typeOf(field), field.nullable ? "yes" : "no", field.operators.join(" "), notesOn(field)].map(
      visible,
    ),
  )
  const widths = HEADING.map((_, i) => Math.max(...[HEADING, ...rows].map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd()
  return [paint.bold(line(HEADING)), ...rows.map(line)].join("\n")
}

function typeOf({ type, resource, relation }: Field): string {
  const own = resource === undefined ? type : `${type} to ${resource}`
  return relation === undefined ? own : `${relation.cardinality} ${own}`
}

/** The last column: the values of an enum, case sensitivity, the description, and whether the type is inferred. */
function notesOn({ values, caseSensitive, description, inferred }: Field): string {
  const notes = [
    values && `One of ${values.join(", ")}`,
    caseSensitive ? undefined : "Case-insensitive for A to Z",
    description,
    inferred ? "The type is inferred" : undefined,
  ]
  return notes.filter((note) => note !== undefined).join(". ")
}
