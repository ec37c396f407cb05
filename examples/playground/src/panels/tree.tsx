import type { Filter } from "desk-filter"
import { useId } from "react"
import { shownValue } from "./shown-value.ts"

/** The nodes of the filter, as nested lists. */
export function Tree({ filter }: { readonly filter: Filter }) {
  return (
    <ul className="tree">
      <Node filter={filter} />
    </ul>
  )
}

function Node({ filter }: { readonly filter: Filter }) {
  const id = useId()
  if (filter.kind !== "and" && filter.kind !== "or") {
    const value = "values" in filter ? filter.values : filter.value
    return (
      <li>
        <code className="name">{filter.field.name}</code> <code className="operator">{filter.operator}</code>{" "}
        <code className="value">{shownValue(value)}</code> <span className="note">{filter.field.type}</span>
      </li>
    )
  }
  const { kind, operands } = filter
  const extent = kind === "and" ? "matches everything" : "matches nothing"
  return (
    <li>
      <span id={id}>
        <code className="operator">{kind}</code>
        <span className="note">{operands.length === 0 ? ` empty: ${extent}` : ` of ${operands.length}`}</span>
      </span>
      {operands.length > 0 && (
        <ul aria-labelledby={id}>
          {operands.map((operand, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an operand has no other identity
            <Node key={index} filter={operand} />
          ))}
        </ul>
      )}
    </li>
  )
}
