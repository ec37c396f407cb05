import { explain as explainFilter, formatExplanation } from "desk-filter/analysis"
import { stringify } from "desk-filter/query-string"
import { filterOptions } from "../options.ts"
import type { Paint } from "../paint.ts"
import { OBJECT_HINT, RecordError, readRecord } from "../record.ts"
import type { FilterCommand } from "./command.ts"

export const explain: FilterCommand = {
  name: "explain",
  takes: "filter",
  readsRecord: true,
  summary: "whether a record matches a filter, and the conditions that decide",
  options: filterOptions,
  examples: [
    `echo '{"id":7,"state":"deleted"}' | desk-filter explain --schema customers '{"state":"active","id":{"$gt":5}}'`,
  ],
  async run({ filter, schema, readInput }) {
    const record = readRecord(await readInput(), schema)
    try {
      const explanation = explainFilter(filter, record)
      return {
        text: (paint) => {
          const answer = explanation.matches ? paint.green("matches") : paint.red("does not match")
          return `${answer}\n\n${highlight(formatExplanation(filter, explanation), paint)}`
        },
        // The spans refer to this text, so hidden characters stay what they are.
        json: { filter: stringify(filter), ...explanation },
      }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      throw new RecordError(error.message, isObject(record) ? VALUE_HINT : OBJECT_HINT)
    }
  },
}

const VALUE_HINT = "give each field a value of its type: desk-filter schema lists the types"

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function highlight(reasons: string, paint: Paint): string {
  return reasons.replace(/(?<=^ +\| *)\^+$/gm, (carets) => paint.cyan(carets))
}
