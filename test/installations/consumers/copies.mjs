// Prints what a copy of the package makes of the error and of the filter of another copy.
import { createRequire } from "node:module"
import { FilterError, parseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
import { stringify } from "desk-filter/query-string"

const require = createRequire(import.meta.url)
const other = require("desk-filter")
const { error } = other.safeParseFilter(customers, '{"stat":"active"}')
const filter = other.parseFilter(customers, "{}")

console.log(
  JSON.stringify({
    copies: other.parseFilter === parseFilter ? 1 : 2,
    name: error.name,
    isFilterError: error instanceof FilterError,
    refusal: refusalOf(() => stringify(filter)),
  }),
)

function refusalOf(use) {
  try {
    return use()
  } catch (refusal) {
    return refusal.message
  }
}
