import type { Filter } from "desk-filter"
import { stringify, toSearchParams } from "desk-filter/query-string"
import { CopyButton } from "../copy-button.tsx"

interface Props {
  readonly filter: Filter
  /** The resource of the records. */
  readonly table: string
}

/** The filter as Desk's API takes it. */
export function Query({ filter, table }: Props) {
  const text = stringify(filter)
  const query = `?${toSearchParams(filter)}`
  const address = `https://example.teamwork.com/desk/api/v2/${table}.json${query}`
  return (
    <>
      <h3>JSON</h3>
      <pre>
        <code>{text}</code>
      </pre>
      <CopyButton label="Copy JSON" text={() => text} />
      <h3>Address</h3>
      <pre>
        <code>{address}</code>
      </pre>
      <div className="actions">
        <CopyButton label="Copy address" text={() => address} />
        <CopyButton label="Copy query string" text={() => query} />
      </div>
    </>
  )
}
