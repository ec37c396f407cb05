import { escapeHidden } from "../text/hidden.ts"

/** A longer text is more than one comparison. */
const LONGEST = 200

/** One comparison in SQL, OData or RSQL, and the statement before it. A pattern with * is no plain value. */
const COMPARISON =
  /^\s*(?:(?:select\b[^;]*\s)?where\s+)?([a-z_][\w./]*)\s*(==|=[gl][te]=|[<>]=?|=|\s(?:eq|ne|[gl][te])\s)\s*('[^'*]*'|"[^"*\\]*"|[\w:.+-]+)\s*;?\s*$/i

/** Desk's operators by those of SQL, OData and RSQL. `<>` and `!=` have none: in SQL, they leave out rows without a value. */
const OPERATORS: Readonly<Record<string, string | undefined>> = {
  gt: "$gt",
  ge: "$gte",
  lt: "$lt",
  le: "$lte",
  ne: "$ne",
  ">": "$gt",
  ">=": "$gte",
  "<": "$lt",
  "<=": "$lte",
}

/** What to write instead of a text in another language. Undefined if it is in none that is known. */
export function queryLanguageHint(text: string): string | undefined {
  const start = text.slice(0, LONGEST)
  if (/^\s*</.test(start)) return "the text is HTML, perhaps an error page: pass the JSON of a filter"
  if (/^\??filter=/i.test(start)) return 'pass only what follows "filter=", decoded'
  const filter = text.length > LONGEST ? undefined : comparison(text)
  if (filter !== undefined) return `a filter is JSON: write ${filter}`
  return /^\s*(?:select|where|from|update|delete)\b/i.test(start)
    ? 'a filter is JSON, not SQL: write conditions such as {"id":5}'
    : undefined
}

function comparison(text: string): string | undefined {
  const [, path = "", sign = "", written = ""] = COMPARISON.exec(text) ?? []
  const word = sign
    .trim()
    .toLowerCase()
    .replace(/^=(..)=$/, "$1")
  const value = operandText(written, /^[\w=]{2}/.test(word))
  if (value === undefined) return undefined
  const name = JSON.stringify(path.replaceAll("/", "."))
  const operator = OPERATORS[word]
  return `{${name}:${operator === undefined ? value : `{"${operator}":${value}}`}}`
}

/** @param isBare whether the language has strings without quotes, and compares with null as Desk does: SQL does neither */
function operandText(written: string, isBare: boolean): string | undefined {
  if (/^(?:true|false)$/i.test(written)) return written.toLowerCase()
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(written)) return written
  if (/^['"]/.test(written)) return escapeHidden(JSON.stringify(written.slice(1, -1)))
  if (!isBare || written === "") return undefined
  return /^null$/i.test(written) ? "null" : JSON.stringify(written)
}
