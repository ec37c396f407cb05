import { stringify, toSearchParams } from "desk-filter/query-string"
import { filterOptions } from "../options.ts"
import { visible } from "../visible.ts"
import type { FilterCommand } from "./command.ts"

export const query: FilterCommand = {
  name: "query",
  takes: "filter",
  summary: "the filter as text for a request to Desk",
  options: [...filterOptions, "style", "encode"],
  examples: [
    `desk-filter query --schema customers '{"$and":[{"id":{"$gte":"5"}},{"id":{"$lt":"9"}}]}'`,
    `desk-filter query --schema customers --style explicit --encode '{"state":"active"}'`,
  ],
  run({ filter, values: { style = "compact", encode = false } }) {
    const text = visible(stringify(filter, { style }))
    const query = toSearchParams(filter, { style }).toString()
    return { text: () => (encode ? query : text), json: { filter: text, query } }
  },
}
