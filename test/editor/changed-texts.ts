import fc from "fast-check"
import { filterText } from "../arbitraries/filters.ts"
import { mistakenFilter } from "../arbitraries/mistaken.ts"

/** The text of a filter that is valid, or that breaks rules of the schema only. */
export const jsonFilter = fc.oneof(filterText, mistakenFilter)

const change = fc.record({
  at: fc.nat(),
  removed: fc.integer({ min: 0, max: 4 }),
  text: fc.constantFrom(
    "",
    ..."{}[]:,\"'\\ \n",
    "$",
    "$in",
    "null",
    "1e3",
    "word",
    '"x"',
    "\u2028",
    "\ud83d",
  ),
})

/** A filter that ends anywhere, or that has some changes. Few such texts are JSON. */
export const changedFilter = fc
  .tuple(jsonFilter, fc.option(fc.nat()), fc.array(change, { maxLength: 4 }))
  .map(([filter, end, changes]) =>
    changes.reduce(
      (text, { at, removed, text: inserted }) => {
        const start = at % (text.length + 1)
        return text.slice(0, start) + inserted + text.slice(start + removed)
      },
      end === null ? filter : filter.slice(0, end % (filter.length + 1)),
    ),
  )
