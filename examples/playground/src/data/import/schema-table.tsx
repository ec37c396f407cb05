import type { FieldTypeName } from "desk-filter"
import type { Dispatch } from "react"
import type { Action } from "../../state/reducer.ts"
import type { Imported } from "./index.ts"
import type { InferredField } from "./inferred-field.ts"

const types: readonly FieldTypeName[] = [
  "string",
  "integer",
  "number",
  "boolean",
  "enum",
  "date",
  "datetime",
  "uuid",
  "decimal",
  "reference",
  "opaque",
]

interface Props {
  readonly imported: Imported
  readonly dispatch: Dispatch<Action>
}

/** The inferred fields, with controls to correct them. */
export function SchemaTable({ imported, dispatch }: Props) {
  const { format, records, fields, problems } = imported
  return (
    <>
      <p role="status" className="note">
        {records.length === 0 ? "No records." : `${records.length} records, read as ${format}.`}
      </p>
      {problems.length > 0 && (
        <ul className="problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {fields.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls the table by focusing it
        <section className="scroll" tabIndex={0} aria-label="Schema">
          <table>
            <caption>The schema, inferred from the records</caption>
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Type</th>
                <th scope="col">Nullable</th>
                <th scope="col">Ignores case</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <FieldRow key={field.name} field={field} dispatch={dispatch} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

function FieldRow({
  field,
  dispatch,
}: {
  readonly field: InferredField
  readonly dispatch: Dispatch<Action>
}) {
  const { name, type, nullable, caseSensitive } = field
  const edit = (change: object) => dispatch({ type: "edit-field", name, edit: change })
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td>
        <select
          aria-label={`Type of ${name}`}
          value={type}
          onChange={(event) => edit({ type: event.target.value })}
        >
          {types.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={`${name} is nullable`}
          checked={nullable}
          disabled={type === "opaque"}
          onChange={(event) => edit({ nullable: event.target.checked })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={`${name} ignores case`}
          checked={type === "string" && !caseSensitive}
          disabled={type !== "string"}
          onChange={(event) => edit({ caseSensitive: !event.target.checked })}
        />
      </td>
    </tr>
  )
}
