import { defineSchema, type Filter, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { MappingError, type MappingOptions, type SqlMapping, sqlMapping, toSql } from "../../src/sql.ts"
import type { Database } from "./database.ts"
import { declarations, fieldValues } from "./fields/fields.ts"
import { FIELD, filtersByOperator, type RandomFilter, randomFilters } from "./filters.ts"
import { holds } from "./oracle.ts"
import { type Random, randomFrom } from "./random.ts"
import type { Row } from "./row.ts"

/** How many records a table has, and how many of them have no value. */
const RECORDS = 200
const NULLS = 15
/** How many conditions one statement selects. */
const BATCH = 75
/** How many conditions are a WHERE clause too, which an index may serve. */
const IN_WHERE = 30
/** How many disagreements a failure prints. */
const PRINTED = 5

/** A record of the table. */
interface Stored {
  readonly id: number
  /** What the column holds, in canonical spelling. */
  readonly value: string | null
}

/** A filter with its SQL. */
interface Compiled extends RandomFilter {
  readonly sql: (firstParameter: number) => { readonly text: string; readonly values: unknown }
  readonly test: (record: object) => boolean
}

let tables = 0

/** Fails unless the column answers the filters as the row says, or is refused as the row says. */
export async function prove(database: Database, row: Row, filters: number, seed: number): Promise<void> {
  const random = randomFrom(seed)
  const table = `t${++tables}`
  const { ddl, contents, verdict } = row
  const isIndexed = verdict === "answers" && contents.unindexed !== true
  const statements = database.tableOf(table, ddl, contents.table ?? "", isIndexed)
  for (const statement of statements) await database.run(statement)
  try {
    if (verdict === "answers") await proveAnswers(database, row, table, filters, random)
    else proveRefused(database, row, table, verdict.refused, random)
  } finally {
    await database.run(`DROP TABLE ${table}`)
  }
}

/** Every operator is refused with the code, whatever the filter's value is. */
function proveRefused(database: Database, row: Row, table: string, code: string, random: Random): void {
  const { schema, mapping } = mappingOf(row, table)
  for (const { text } of filtersByOperator(row.kind, random)) {
    const filter = parseFilter(schema, text)
    const findings = findingsOf(() => toSql(filter, database.dialect, mapping).text)
    const isRefused = findings.some(
      (finding) => finding.severity === "error" && finding.code === code && finding.field === FIELD,
    )
    if (!isRefused) throw new Error(`${text} was not refused with ${code}, but ${printed(findings)}`)
  }
}

/** What an error says about the mapping. */
function findingsOf(compile: () => string): readonly Readonly<Record<string, unknown>>[] {
  try {
    return [{ sql: compile() }]
  } catch (error) {
    if (error instanceof MappingError) return error.findings.map((finding) => ({ ...finding }))
    return [{ error: messageOf(error) }]
  }
}

async function proveAnswers(
  database: Database,
  row: Row,
  table: string,
  count: number,
  random: Random,
): Promise<void> {
  const stored = await fill(database, row, table, random)
  const held = [...new Set(stored.flatMap(({ value }) => value ?? []))]
  const { schema, mapping } = mappingOf(row, table)
  const filters = randomFilters(row.kind, held, count, random).map((filter): Compiled => {
    const parsed: Filter = parseFilter(schema, filter.text)
    return {
      ...filter,
      sql: (firstParameter) => toSql(parsed, database.dialect, mapping, { firstParameter }),
      test: toPredicate<object>(parsed),
    }
  })
  const complaints = [
    ...disagreementsOfPredicate(row, filters, stored),
    ...(await disagreementsOfSql(database, row, table, filters, stored)),
  ]
  if (complaints.length === 0) return
  const more = complaints.length > PRINTED ? [`… and ${complaints.length - PRINTED} more`] : []
  throw new Error([...complaints.slice(0, PRINTED), ...more].join("\n\n"))
}

function mappingOf(row: Row, table: string) {
  const schema = defineSchema({ [FIELD]: declarations[row.kind]() })
  const { datetimeStorage } = row.declared
  // The rows are data: the type of each option is that of its dialect.
  const options = {
    table,
    columns: { [FIELD]: { column: FIELD, ...row.declared } },
    ...(datetimeStorage !== undefined && { datetimeStorage }),
  } as MappingOptions<typeof schema>
  const mapping: SqlMapping = sqlMapping(schema, options)
  return { schema, mapping }
}

/** Fills the table with all values that the column can hold, and returns what the database says that it holds. */
async function fill(database: Database, row: Row, table: string, random: Random): Promise<Stored[]> {
  const { kind, contents } = row
  const values = fieldValues[kind]
  const candidates = [...(contents.values ?? values.values)]
  if (contents.values === undefined)
    while (candidates.length < RECORDS - NULLS) candidates.push(values.random(random))
  const write = (text: string) =>
    contents.write === undefined ? database.write(row, text) : contents.write(database.literal(text))
  let next = 0
  const insert = async (texts: readonly string[]): Promise<void> => {
    if (texts.length === 0) return
    const first = next
    const tuples = texts.map((text, i) => `(${first + i}, ${text})`)
    try {
      await database.run(`INSERT INTO ${table} VALUES ${tuples.join(", ")}`)
      next += texts.length
    } catch {
      // The column cannot hold one of them. Halves find out which.
      if (texts.length === 1) return
      await insert(texts.slice(0, texts.length / 2))
      await insert(texts.slice(texts.length / 2))
    }
  }
  await insert(candidates.map(write))
  const query = `SELECT id, ${database.read(row, FIELD)} FROM ${table}`
  const held = new Set<string>()
  const foreign: number[] = []
  for (const [id, cell] of await database.rows(query, undefined)) {
    const value = recorded(database, row, cell)
    if (value === undefined) foreign.push(Number(id))
    else held.add(value)
  }
  // No record of the field can hold these.
  if (foreign.length > 0) await database.run(`DELETE FROM ${table} WHERE id IN (${foreign.join()})`)
  // A column that holds two values could be right by chance.
  const least = kind === "boolean" ? 2 : Math.min(5, contents.values?.length ?? 5)
  if (held.size < least)
    throw new Error(`The column holds only ${JSON.stringify([...held])} of ${JSON.stringify(candidates)}`)
  if (database.holdsNull(row.ddl)) await insert(Array.from({ length: NULLS }, () => "NULL"))
  return (await database.rows(query, undefined)).map(([id, cell]) => {
    if (cell === null) return { id: Number(id), value: null }
    const value = recorded(database, row, cell)
    if (value === undefined) throw new Error(`The column holds ${String(cell)}`)
    return { id: Number(id), value }
  })
}

/** A column of doubles. */
const DOUBLES = /^(?:Nullable\()?(?:double|real|float)/i

/** The canonical spelling of what a cell tells. Undefined if no record of the field can hold it. */
function recorded(database: Database, row: Row, cell: unknown): string | undefined {
  const { ddl, kind } = row
  const text = database.said(row, cell)
  const isInteger = kind === "integer" || kind === "reference"
  // A database may print a double with zeros for digits that it leaves out.
  const exact =
    isInteger && DOUBLES.test(ddl) && Number.isInteger(Number(text)) ? String(BigInt(Number(text))) : text
  return fieldValues[kind].record(exact)
}

function disagreementsOfPredicate(
  row: Row,
  filters: readonly Compiled[],
  stored: readonly Stored[],
): string[] {
  const { recordValue } = fieldValues[row.kind]
  const records = stored.map(({ value }) => ({ [FIELD]: value === null ? null : recordValue(value) }))
  return filters.flatMap(({ text, meaning, test }) => {
    const wrong = stored.filter(({ value }, i) => test(records[i] ?? {}) !== holds(meaning, row.kind, value))
    return wrong.length === 0 ? [] : [`The predicate disagrees: ${text}\n${listed(row, meaning, wrong)}`]
  })
}

async function disagreementsOfSql(
  database: Database,
  row: Row,
  table: string,
  filters: readonly Compiled[],
  stored: readonly Stored[],
): Promise<string[]> {
  const complaints: string[] = []
  const complain = (filter: Compiled, ids: ReadonlySet<number> | string, how: string) => {
    const { text, values } = attempt(() => filter.sql(1))
    const head = `${filter.text}\n${how}: ${text} with ${printed(values)}`
    if (typeof ids === "string") {
      complaints.push(`${head}\n  fails: ${ids}`)
      return
    }
    const wrong = stored.filter(({ id, value }) => ids.has(id) !== holds(filter.meaning, row.kind, value))
    if (wrong.length > 0) complaints.push(`${head}\n${listed(row, filter.meaning, wrong)}`)
  }
  for (let start = 0; start < filters.length; start += BATCH) {
    const batch = filters.slice(start, start + BATCH)
    const found = await selected(database, table, batch)
    batch.forEach((filter, i) => {
      complain(filter, found[i] ?? "no answer", "SELECT")
    })
  }
  for (const filter of filters.slice(0, IN_WHERE)) {
    complain(filter, await found(database, table, filter), "WHERE")
  }
  return complaints
}

/**
 * The ids of the rows for which each condition is true. If the statement fails, each condition runs alone, in WHERE, where
 * it belongs: DuckDB cannot write a TIMESTAMP_NS of 1677-09-21 as text, and does so for the list of a column `v IN (…)`.
 */
async function selected(
  database: Database,
  table: string,
  filters: readonly Compiled[],
): Promise<(ReadonlySet<number> | string)[]> {
  try {
    let first = 1
    const conditions = filters.map(({ sql }) => {
      const condition = sql(first)
      first += sizeOf(condition.values)
      return condition
    })
    const columns = conditions.map(({ text }, i) => `(${text}) AS c${i}`)
    const rows = await database.rows(
      `SELECT id, ${columns.join(", ")} FROM ${table} ORDER BY id`,
      joinedValues(conditions.map(({ values }) => values)),
    )
    return filters.map((_, i) => new Set(rows.flatMap((row) => (isTrue(row[i + 1]) ? [Number(row[0])] : []))))
  } catch (error) {
    const [only] = filters
    if (only === undefined) return [messageOf(error)]
    if (filters.length === 1) return [await found(database, table, only)]
    const half = Math.ceil(filters.length / 2)
    return [
      ...(await selected(database, table, filters.slice(0, half))),
      ...(await selected(database, table, filters.slice(half))),
    ]
  }
}

/** The ids that a WHERE clause finds. */
async function found(
  database: Database,
  table: string,
  filter: Compiled,
): Promise<ReadonlySet<number> | string> {
  try {
    const { text, values } = filter.sql(1)
    const rows = await database.rows(`SELECT id FROM ${table} WHERE ${text}`, values)
    return new Set(rows.map(([id]) => Number(id)))
  } catch (error) {
    return messageOf(error)
  }
}

function sizeOf(values: unknown): number {
  return Object.keys(values as object).length
}

/** Values by position are joined in order, values by name into one object. */
function joinedValues(all: readonly unknown[]): unknown {
  return all.every(Array.isArray) ? all.flat(1) : Object.assign({}, ...all)
}

function isTrue(cell: unknown): boolean {
  return cell === true || cell === 1 || cell === 1n || cell === "1" || cell === "true"
}

function attempt(sql: () => { readonly text: string; readonly values: unknown }) {
  try {
    return sql()
  } catch (error) {
    return { text: messageOf(error), values: [] }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

function listed(row: Row, meaning: RandomFilter["meaning"], wrong: readonly Stored[]): string {
  const of = (expected: boolean) =>
    wrong.filter(({ value }) => holds(meaning, row.kind, value) === expected).map(({ value }) => value)
  return `  missing: ${printed([...new Set(of(true))])}\n  too many: ${printed([...new Set(of(false))])}`
}

function printed(value: unknown): string {
  const text = JSON.stringify(value, (_, item) => (typeof item === "bigint" ? `${item}n` : item)) ?? "nothing"
  return text.length > 600 ? `${text.slice(0, 600)}…` : text
}
