import type { Filter } from "desk-filter"
import { describe, matchesEverything, matchesNothing } from "desk-filter/analysis"

/** The filter as a sentence, and whether it is everything or nothing. */
export function Meaning({ filter }: { readonly filter: Filter }) {
  return (
    <>
      <p className="sentence">{describe(filter)}</p>
      <p className="note">{extentOf(filter)}</p>
    </>
  )
}

function extentOf(filter: Filter): string {
  if (matchesEverything(filter)) return "It matches every possible record."
  if (matchesNothing(filter)) return "It matches no possible record."
  return "It matches some possible records, and not others, as far as the library can tell."
}
