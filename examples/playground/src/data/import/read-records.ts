import Papa from "papaparse"
import { messageOf } from "../../message-of.ts"
import { type DataRecord, isRecord } from "../dataset.ts"

export type Format = "JSON" | "NDJSON" | "CSV"

export interface Reading {
  readonly format: Format
  readonly records: readonly DataRecord[]
  readonly problems: readonly string[]
}

export const MAX_RECORDS = 5_000

/** Reads JSON, one JSON record a line, or CSV with a header. It throws no exception: problems say what is wrong. */
export function readRecords(text: string): Reading {
  const trimmed = text.trim()
  if (trimmed === "") return { format: "JSON", records: [], problems: ["Paste JSON, NDJSON or CSV."] }
  const reading = read(trimmed)
  if (reading.records.length <= MAX_RECORDS) return reading
  const count = MAX_RECORDS.toLocaleString("en")
  return {
    ...reading,
    records: reading.records.slice(0, MAX_RECORDS),
    problems: [...reading.problems, `Only the first ${count} records are used.`],
  }
}

function read(text: string): Reading {
  if (!/^[[{]/.test(text)) return readCsv(text)
  const whole = parse(text)
  if (whole.ok && !isRecord(whole.value)) return readList(whole.value)
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "")
  if (whole.ok) return lines.length === 1 ? ndjson(lines) : readObject(whole.value as DataRecord)
  if (text.startsWith("[") || !parse(lines[0] ?? "").ok)
    return { format: "JSON", records: [], problems: [`This is not JSON: ${whole.message}`] }
  return ndjson(lines)
}

/** One object with a list in it, as APIs answer, or one record. */
function readObject(value: DataRecord): Reading {
  const lists = Object.entries(value).filter(([, list]) => Array.isArray(list) && list.some(isRecord))
  const only = lists.length === 1 ? lists[0] : undefined
  if (only === undefined || Object.keys(value).length > 4) return readList([value])
  const reading = readList(only[1])
  return { ...reading, problems: [...reading.problems, `The records are those of “${only[0]}”.`] }
}

function readList(value: unknown): Reading {
  const items = Array.isArray(value) ? value : [value]
  const records = items.filter(isRecord)
  const skipped = items.length - records.length
  const problems = skipped === 0 ? [] : [`${skipped} items are not objects, and are left out.`]
  return { format: "JSON", records, problems }
}

function ndjson(lines: readonly string[]): Reading {
  const problems: string[] = []
  const records: DataRecord[] = []
  for (const [index, line] of lines.entries()) {
    const result = parse(line)
    if (!result.ok) problems.push(`Line ${index + 1} is not JSON: ${result.message}`)
    else if (isRecord(result.value)) records.push(result.value)
    else problems.push(`Line ${index + 1} is not an object.`)
  }
  return { format: "NDJSON", records, problems: shortened(problems) }
}

function readCsv(text: string): Reading {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  })
  const problems = errors
    .filter(({ code }) => code !== "UndetectableDelimiter")
    .map(({ row, message }) => (row === undefined ? message : `Row ${row + 1}: ${message}`))
  const names = meta.fields ?? []
  if (names.length === 0) problems.push("The first line must name the columns.")
  const records = data.map((row) =>
    Object.fromEntries(
      names.map((name) => [name, row[name] === undefined || row[name] === "" ? null : row[name]]),
    ),
  )
  if (records.length === 0) problems.push("There is a header, but no record.")
  return { format: "CSV", records, problems: shortened(problems) }
}

function shortened(problems: readonly string[]): readonly string[] {
  return problems.length <= 5
    ? problems
    : [...problems.slice(0, 5), `There are ${problems.length - 5} more problems like these.`]
}

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }

/** Parses JSON. An integer beyond 2^53 becomes a bigint where the engine passes the source to a reviver. */
function parse(text: string): Parsed {
  try {
    const exact = (_key: string, value: unknown, context?: { readonly source?: string }) =>
      typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? "")
        ? BigInt(context?.source ?? "")
        : value
    return { ok: true, value: JSON.parse(text, exact) }
  } catch (error) {
    return { ok: false, message: messageOf(error) }
  }
}
