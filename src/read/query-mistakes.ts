import type { Mistake } from "../diagnostics/diagnostic.ts"
import { firstInvalid } from "../text/percent-encoding.ts"
import { quote, quoteSource } from "../text/quote.ts"

/** What can be wrong with the query of a request. */
export type QueryMistake = Mistake<
  "duplicate-key" | "invalid-encoding" | "missing-filter" | "unknown-parameter"
>

/** The parameter has another name. */
export function unknownParameter(name: string, parameter: string): QueryMistake {
  const found = quote(name)
  return {
    code: "unknown-parameter",
    message: `The query has ${found}, but no parameter named ${parameter}`,
    params: { reason: "spelling", found, parameter },
    hint: `write the whole filter as JSON, in one parameter: ?${parameter}={…}`,
  }
}

/** What could be the parameter is a part of something else. */
export function misplacedParameter(name: string): QueryMistake {
  const found = quote(name)
  return {
    code: "unknown-parameter",
    message: `The query has ${found} where no parameter begins`,
    params: { reason: "misplaced", found },
    hint: "begin the query with one ?, separate parameters with &, and encode ? & # ; in values",
  }
}

/** The parameter and its equals sign are missing. */
export function bareFilter(parameter: string): QueryMistake {
  return {
    code: "unknown-parameter",
    message: "The query has a filter without the name of its parameter",
    params: { reason: "unnamed", parameter },
    hint: `write ?${parameter}={…}; to read the filter alone, use parseFilter`,
  }
}

export function missingFilter(parameter: string): QueryMistake {
  return {
    code: "missing-filter",
    message: `The query has no parameter named ${parameter}`,
    params: { parameter },
    hint: `add ${parameter}={…}; to match every record, write ${parameter}={}`,
  }
}

export function repeatedFilter(parameter: string): QueryMistake {
  return {
    code: "duplicate-key",
    message: `The query has more than one parameter named ${parameter}`,
    params: { reason: "parameter", parameter },
    hint: 'join the filters: {"$and":[{…},{…}]}',
  }
}

/** @param source the parameter as it was written */
export function invalidEncoding(source: string): QueryMistake {
  const invalid = firstInvalid(source)
  const found = quoteSource(invalid)
  return {
    code: "invalid-encoding",
    message: `The query has ${found}, which is not percent-encoded UTF-8`,
    params: { found },
    hint: /^%[\da-f]{2}/i.test(invalid)
      ? "encode texts as UTF-8, as encodeURIComponent does: é is %C3%A9"
      : "encode a % as %25, as encodeURIComponent does",
  }
}
