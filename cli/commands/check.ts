import { filterOptions } from "../options.ts"
import type { FilterCommand } from "./command.ts"

/** Prints "valid". A filter that is not valid is reported before a command runs. */
export const check: FilterCommand = {
  name: "check",
  takes: "filter",
  summary: "whether a filter is valid, and every error in it",
  options: [...filterOptions, "lines"],
  examples: [
    `desk-filter check --schema customers '{"state":"active"}'`,
    `desk-filter check --schema customers --require-selective --json '{"id":{"$gt":5}}'`,
    `echo '{"id":{"$in":[1,2]}}' | desk-filter check --schema customers`,
    `echo '{"id":1}' | desk-filter check --schema customers --lines`,
  ],
  run: () => ({ text: (paint) => paint.green("valid"), json: {} }),
}
