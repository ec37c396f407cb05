import type { Filter, Schema } from "desk-filter"
import { explain, formatExplanation } from "desk-filter/analysis"
import type { DataRecord } from "../data/dataset.ts"
import { messageOf } from "../message-of.ts"

interface Props {
  readonly filter: Filter<Schema>
  readonly record: DataRecord
  readonly number: number
}

/** Why a record matches, or does not. */
export function Explain({ filter, record, number }: Props) {
  const answer = why(filter, record)
  return (
    <section className="why" aria-label={`Why: record ${number}`}>
      <h3>Record {number}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls the text by focusing it */}
      <pre tabIndex={0}>{answer}</pre>
    </section>
  )
}

function why(filter: Filter<Schema>, record: DataRecord): string {
  try {
    return formatExplanation(filter, explain<Schema, unknown>(filter, record))
  } catch (error) {
    return messageOf(error)
  }
}
