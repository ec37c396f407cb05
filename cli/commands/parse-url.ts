import { stringify } from "desk-filter/query-string"
import { filterOptions } from "../options.ts"
import { visible } from "../visible.ts"
import type { FilterCommand } from "./command.ts"

export const parseUrl: FilterCommand = {
  name: "parse-url",
  takes: "address",
  summary: "the filter of an address",
  options: [...filterOptions, "style"],
  examples: [
    `desk-filter parse-url --schema customers 'https://example.com/customers.json?page=2&filter=%7B%22id%22%3A7%7D'`,
  ],
  run({ filter, values: { style = "compact" } }) {
    const text = visible(stringify(filter, { style }))
    return { text: () => text, json: { filter: text } }
  },
}
