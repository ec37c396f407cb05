import type { Field, Filter, Schema } from "desk-filter"
import { fieldsOf } from "desk-filter/analysis"
import { useId, useState } from "react"
import type { DataRecord } from "../data/dataset.ts"
import { valuesIn } from "../data/values-of.ts"
import { Explain } from "./explain.tsx"
import type { Match } from "./match.ts"

const MAX_COLUMNS = 6
const PAGE = 100

interface Props {
  readonly schema: Schema
  readonly filter: Filter<Schema>
  readonly records: readonly DataRecord[]
  readonly matches: readonly Match[]
  readonly picked: number | undefined
  readonly onPick: (record: number | undefined) => void
}

/** The records, which of them match, and why the picked one does or does not. */
export function Records({ schema, filter, records, matches, picked, onPick }: Props) {
  const id = useId()
  const [shown, setShown] = useState(PAGE)
  const columns = columnsOf(schema, filter, records)
  const record = picked === undefined ? undefined : records[picked]
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls the table by focusing it */}
      <section className="scroll" tabIndex={0} aria-label="Table of records">
        <table className="records">
          <thead>
            <tr>
              <th scope="col">Matches</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.slice(0, shown).map((row, index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: a record is known by its index
                key={index}
                data-match={String(matches[index] === true)}
                aria-current={index === picked ? "true" : undefined}
              >
                <th scope="row">
                  <button
                    type="button"
                    className="row-button"
                    aria-expanded={index === picked}
                    aria-controls={`${id}-why`}
                    onClick={() => onPick(index === picked ? undefined : index)}
                  >
                    {wordOf(matches[index])}
                    <span className="visually-hidden">, record {index + 1}: show why</span>
                  </button>
                </th>
                {columns.map((field) => (
                  <td key={field.name}>{cell(row, field)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown < records.length && (
        <button type="button" onClick={() => setShown(shown + PAGE)}>
          Show more of the {records.length} records
        </button>
      )}
      <div id={`${id}-why`} aria-live="polite">
        {record === undefined || picked === undefined ? (
          <p className="note">Pick a record to see why it does or does not match.</p>
        ) : (
          <Explain filter={filter} record={record} number={picked + 1} />
        )}
      </div>
    </>
  )
}

/** The fields of the filter, the first field, and others that have values. */
function columnsOf(schema: Schema, filter: Filter<Schema>, records: readonly DataRecord[]): readonly Field[] {
  const all = [...schema.fields.values()]
  const used = new Set<string>(fieldsOf(filter))
  const first = records.slice(0, PAGE)
  const rest = all.filter(
    (field) => !used.has(field.name) && first.some((r) => valuesIn(r, field).length > 0),
  )
  const key = rest.filter(({ name }) => name === "id")
  const chosen = all.filter(({ name }) => used.has(name))
  const others = rest.filter(({ name }) => name !== "id")
  return [...key, ...chosen, ...others].slice(0, Math.max(MAX_COLUMNS, key.length + chosen.length))
}

function cell(record: DataRecord, field: Field) {
  const values = valuesIn(record, field)
  return values.length === 0 ? <span className="note">null</span> : values.join(", ")
}

function wordOf(match: Match | undefined): string {
  return match === true ? "✓ yes" : match === false ? "– no" : "! error"
}
