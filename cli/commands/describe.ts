import { describe as describeFilter } from "desk-filter"
import { filterOptions } from "../options.ts"
import type { FilterCommand } from "./command.ts"

export const describe: FilterCommand = {
  name: "describe",
  takes: "filter",
  summary: "the meaning of a filter, in words",
  options: filterOptions,
  examples: [`desk-filter describe --schema customers '{"createdAt":{"$gte":"2024-01-01"},"trusted":null}'`],
  run({ filter }) {
    const description = describeFilter(filter)
    return { text: () => description, json: { description } }
  },
}
