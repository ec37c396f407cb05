import type { OperatorTest } from "../../../schema/operators.ts"
import { quote } from "../../../text/quote.ts"
import { inBackticks } from "../dialect/quoting.ts"
import { labelsOf, readTypeName } from "../dialect/type-name.ts"
import type {
  Ask,
  Catalog,
  CatalogColumn,
  CatalogIndex,
  IndexNeed,
  InspectedColumn,
  SessionNote,
} from "../inspect/catalog.ts"
import { textIn } from "../inspect/row.ts"
import { collationFacts } from "./charsets.ts"
import type { MysqlType } from "./column-type.ts"

/** How the catalogs of MySQL and MariaDB are read: `information_schema`. */
export const mysqlCatalog: Catalog<MysqlType> = {
  nameKey: (name) => name.toLowerCase(),
  async table(ask, path) {
    const [name = "", schema = ""] = [...path].reverse()
    const columns = await ask(
      `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, COLLATION_NAME AS collation, IS_NULLABLE AS nullable FROM information_schema.COLUMNS WHERE ${HERE} AND FIND_IN_SET('select', PRIVILEGES)`,
      schema,
      name,
    )
    if (columns.length === 0) return undefined
    return {
      columns: new Map(columns.map(columnOf).map((column) => [column.name.toLowerCase(), column])),
      indexes: await indexesOf(ask, schema, name),
    }
  },
  sameType: (declared, { type = "" }) => typeKey(declared) === typeKey(type),
  sameCollation: (declared, { collation }) =>
    declared === "nondeterministic" ||
    declared === collation ||
    (declared === "binary" && (collationFacts(collation)?.isExact ?? false)),
  session,
  indexFor,
  createIndex: (table, columns) => create(table, columns, columns.map(inBackticks).join(", ")),
  pairsKeys: (one, other) =>
    keyKindOf(one) === keyKindOf(other) && mixes(one.collation ?? "", other.collation ?? ""),
}

/** Without a schema, a statement looks a name up in the database of the session. */
const HERE = "TABLE_SCHEMA = COALESCE(NULLIF(?, ''), DATABASE()) AND TABLE_NAME = ?"

type Row = Awaited<ReturnType<Ask>>[number]

function columnOf(row: Row): CatalogColumn {
  // MariaDB marks a date-time that a view computes: `datetime(3) /* mariadb-5.3 */`.
  const type = (textIn(row, "type") ?? "").replace(/ \/\* mariadb-.* \*\/$/, "")
  const collation = textIn(row, "collation")
  const typeName = readTypeName(type)
  return {
    name: textIn(row, "name") ?? "",
    type,
    ...(collation !== undefined && { collation }),
    ...(typeName.name === "enum" && { labels: labelsOf(typeName) }),
    nullable: textIn(row, "nullable") === "YES",
  }
}

/** Undefined for a view. */
async function indexesOf(ask: Ask, schema: string, name: string): Promise<CatalogIndex[] | undefined> {
  const [view] = await ask(
    `SELECT TABLE_NAME AS name FROM information_schema.VIEWS WHERE ${HERE}`,
    schema,
    name,
  )
  if (view !== undefined) return undefined
  const keys = new Map<string, string[]>()
  const rows = await ask(
    `SELECT INDEX_NAME AS name, COLUMN_NAME AS part FROM information_schema.STATISTICS WHERE ${HERE} AND INDEX_TYPE = 'BTREE' ORDER BY INDEX_NAME, SEQ_IN_INDEX`,
    schema,
    name,
  )
  for (const row of rows) {
    const index = textIn(row, "name") ?? ""
    // MySQL names no column for an expression.
    const part = textIn(row, "part")?.toLowerCase() ?? "(expression)"
    keys.set(index, [...(keys.get(index) ?? []), part])
  }
  return [...keys].map(([name, keys]) => ({ name, keys }))
}

const ALIASES: Readonly<Record<string, string>> = {
  integer: "int",
  boolean: "tinyint",
  bool: "tinyint",
  numeric: "decimal",
  "double precision": "double",
  real: "double",
}

/** The types whose arguments say which values a column holds. Those of the others are widths. */
const ARGUMENTS = /^(?:decimal|datetime|timestamp|enum|set|binary)\b/

function typeKey(type: string): string {
  const { name, args } = readTypeName(type.replace(/ zerofill/i, ""))
  const known = ALIASES[name] ?? name
  const given = known === "decimal" ? [args[0] ?? "10", args[1] ?? "0"] : args
  return ARGUMENTS.test(known) ? `${known}(${given.join()})` : known
}

function keyKindOf({ type = "" }: CatalogColumn): string {
  const { name } = readTypeName(type)
  return KEY_KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? name
}

/**
 * Whether `=` compares columns with these collations. It takes the binary one of two for the same character set. It
 * converts ASCII to every other set, every set to one of Unicode, and utf8mb3 to utf8mb4. Anything else is an illegal mix
 * of collations.
 */
function mixes(one: string, other: string): boolean {
  const sets = [characterSetOf(one), characterSetOf(other)]
  if (one === other || sets.includes("") || sets.includes("ascii")) return true
  if (sets[0] === sets[1]) return one.endsWith("_bin") !== other.endsWith("_bin")
  const unicode = sets.filter((set) => UNICODE.test(set))
  return unicode.length === 1 || sets.every((set) => set.startsWith("utf8"))
}

const UNICODE = /^(?:utf|ucs)/

/** `latin1` of `latin1_swedish_ci` */
function characterSetOf(collation: string): string {
  return collation.slice(0, Math.max(collation.indexOf("_"), 0))
}

const KEY_KINDS: readonly (readonly [string, RegExp])[] = [
  ["number", /^(?:(?:tiny|small|medium|big)?int|decimal)\b/],
  ["text", /^(?:(?:var)?char|(?:tiny|medium|long)?text|enum|set|uuid)$/],
  ["bytes", /^(?:(?:var)?binary|(?:tiny|medium|long)?blob)$/],
]

async function session(ask: Ask, columns: readonly InspectedColumn<MysqlType>[]): Promise<SessionNote[]> {
  const [row = {}] = await ask(
    "SELECT @@character_set_client AS client, @@character_set_connection AS connection, @@sql_mode AS modes",
  )
  const modes = (textIn(row, "modes") ?? "").split(",")
  const charsets = [textIn(row, "client") ?? "unknown", textIn(row, "connection") ?? "unknown"]
  const narrow = charsets.find((charset) => charset !== "utf8mb4")
  const notes: SessionNote[] = []
  if (narrow !== undefined)
    notes.push({
      code: "client-encoding",
      message: `The session's character set is ${quote(narrow)}, and a text with a character that it lacks arrives as another text`,
      hint: "connect with the character set utf8mb4",
    })
  if (modes.includes("NO_BACKSLASH_ESCAPES"))
    notes.push({
      code: "session-mode",
      message:
        "Under the mode NO_BACKSLASH_ESCAPES, a driver that writes values into the statement may end a text too early",
      hint: "bind values in prepared statements, as execute() of mysql2 does",
    })
  if (modes.includes("PAD_CHAR_TO_FULL_LENGTH"))
    for (const column of columns.filter(isChar))
      notes.push({
        code: "session-mode",
        message: "Under the mode PAD_CHAR_TO_FULL_LENGTH, the texts of a column of type char end in spaces",
        hint: "leave the mode out of sql_mode, or change the column's type to varchar",
        column,
      })
  return notes
}

function isChar({ facts: { type = "" } }: InspectedColumn<MysqlType>): boolean {
  return readTypeName(type).name === "char"
}

function indexFor(column: InspectedColumn<MysqlType>, test: OperatorTest): IndexNeed | undefined {
  return tests[test](column) ? need(column) : undefined
}

/** Whether an index on the column serves each kind of test. */
const tests: Readonly<Record<OperatorTest, (column: InspectedColumn<MysqlType>) => boolean>> = {
  equality: ({ type: { exact, among }, facts }) =>
    (among !== undefined || exact.operand("") === "") && isConverted(facts) === false,
  order: ({ type: { ordered, beside }, facts: { collation } }) =>
    beside !== undefined ||
    (ordered.operand("") === "" && (collation === undefined || collationFacts(collation)?.isExact === true)),
  text: () => false,
}

/** Whether the column is converted to another character set, or read as a text. */
function isConverted({ collation, type = "" }: InspectedColumn["facts"]): boolean {
  if (collation === undefined) return false
  return collationFacts(collation)?.charset === undefined || readTypeName(type).name === "set"
}

/** The columns of these types are indexed by the beginning of their texts only. */
const LONG = /(?:text|blob)$/

function need({ table, name, facts: { type = "" } }: InspectedColumn<MysqlType>): IndexNeed {
  const key = `${inBackticks(name)}${LONG.test(readTypeName(type).name) ? "(191)" : ""}`
  return { keys: [name.toLowerCase()], create: create(table, [name], key) }
}

/** The name of the index is that of the table, without its schema, and those of the columns. */
function create(table: readonly string[], columns: readonly string[], keys: string): string {
  const name = inBackticks([...table.slice(-1), ...columns].join("_").slice(0, 64))
  return `CREATE INDEX ${name} ON ${table.map(inBackticks).join(".")} (${keys})`
}
