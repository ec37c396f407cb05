import type { Filter, Schema } from "desk-filter"

interface Props {
  readonly schema: Schema
  readonly filter: Filter | undefined
  readonly onChange: (filter: Filter) => void
}

/** A placeholder: it shows no builder yet. */
// biome-ignore lint/style/noDefaultExport: React.lazy loads a default export
export default function VisualBuilder(_props: Props) {
  return null
}
