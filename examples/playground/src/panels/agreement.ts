import type { DatabaseAnswer } from "../databases/index.ts"
import type { Match } from "./match.ts"

/** The names of the databases. */
export const engineTitles: Readonly<Record<DatabaseAnswer["engine"], string>> = {
  sqlite: "SQLite",
  postgresql: "PostgreSQL",
}

/** Whether the predicate and the databases found the same records, or which ones differ. */
export function agreement(matches: readonly Match[], answers: readonly DatabaseAnswer[]): string {
  const expected = new Set(matches.flatMap((match, index) => (match === true ? [index] : [])))
  const agreeing: string[] = ["Predicate"]
  const sentences: string[] = []
  for (const answer of answers) {
    const name = engineTitles[answer.engine]
    if ("error" in answer) {
      sentences.push(`${name} has no answer.`)
      continue
    }
    const found = new Set(answer.matches)
    const extra = [...found].filter((index) => !expected.has(index))
    const missing = [...expected].filter((index) => !found.has(index))
    if (extra.length === 0 && missing.length === 0) agreeing.push(name)
    if (extra.length > 0) sentences.push(`${name} also finds ${recordList(extra)}.`)
    if (missing.length > 0) sentences.push(`${name} does not find ${recordList(missing)}.`)
  }
  const count = expected.size === 1 ? "1 record" : `${expected.size} records`
  if (agreeing.length > 1) sentences.unshift(`${inWords(agreeing)}: the same ${count}`)
  return sentences.join(" ")
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}

function recordList(indexes: readonly number[]): string {
  const numbers = indexes.slice(0, 10).map((index) => index + 1)
  const more = indexes.length > 10 ? " …" : ""
  return `${indexes.length === 1 ? "record" : "records"} ${numbers.join(", ")}${more}`
}
