import { quote } from "../../../text/quote.ts"
import type { Collation } from "../dialect/column.ts"
import { inDoubleQuotes } from "../dialect/quoting.ts"
import { readTypeName } from "../dialect/type-name.ts"
import type { Catalog, CatalogColumn, Row, SessionNote } from "../inspect/catalog.ts"
import { flagIn, textIn } from "../inspect/row.ts"
import { COLUMNS, INDEXES, SESSION, TABLE } from "./catalog-statements.ts"
import type { PostgresType } from "./column-type.ts"
import { createIndex, indexesIn, indexFor } from "./indexes.ts"

/** How the catalog of PostgreSQL is read. */
export const postgresCatalog: Catalog<PostgresType> = {
  nameKey: (name) => name,
  async table(ask, name) {
    const [last = "", schema = "", database = ""] = [...name].reverse()
    const [table] = await ask(TABLE, inDoubleQuotes(last), last, schema, database)
    if (table === undefined) return undefined
    const id = textIn(table, "id") ?? ""
    const kind = textIn(table, "kind") ?? ""
    const columns = (await ask(COLUMNS, id)).map((row) => columnIn(row, kind))
    return {
      columns: new Map(columns.map((column) => [column.name, column])),
      indexes: WITHOUT_INDEXES.includes(kind) ? undefined : indexesIn(await ask(INDEXES, id)),
    }
  },
  sameType(declared, { type = "" }) {
    const [one, other] = [readTypeName(declared), readTypeName(type)]
    const hasSameArguments = one.args.length === 0 || String(one.args) === String(other.args)
    return lastPart(canonical(one.name)) === lastPart(other.name) && hasSameArguments
  },
  sameCollation: (declared, column) =>
    declared === "nondeterministic" ||
    !isText(column) ||
    (BINARY.includes(declared) && column.collation === "binary"),
  session: async (ask) => sessionNotes(await ask(SESSION)),
  indexFor,
  createIndex: (table, columns) => createIndex(table, columns.map(inDoubleQuotes).join(", ")),
  pairsKeys: (one, other) =>
    keyKindOf(one) === keyKindOf(other) &&
    !WITHOUT_EQUALITY.includes(keyKindOf(one)) &&
    ![one, other].some(isDomainOfEnum) &&
    (one.ownCollation ?? other.ownCollation) === (other.ownCollation ?? one.ownCollation),
}

/** Views and foreign tables, whose indexes belong to other tables. */
const WITHOUT_INDEXES: readonly string[] = ["v", "f"]

const BINARY: readonly Collation[] = ["binary", "C", "POSIX", "ucs_basic"]

function columnIn(row: Row, kind: string): CatalogColumn {
  const domain = textIn(row, "domain")
  const labels = textIn(row, "labels")
  const isLoose = flagIn(row, "loose")
  const isBinary = flagIn(row, "binary")
  const collation = textIn(row, "collation")
  return {
    name: textIn(row, "name") ?? "",
    type: textIn(row, "type"),
    ...(domain !== undefined && { domain }),
    ...(isLoose && { collation: "nondeterministic", collationNote: looseNote(collation) }),
    ...(isBinary && { collation: "binary" }),
    ...(collation !== undefined && collation !== "default" && { ownCollation: collation }),
    ...(labels !== undefined && { labels: JSON.parse(labels) as string[] }),
    // The catalog does not know whether a view returns null.
    ...(kind !== "v" && { nullable: flagIn(row, "nullable") }),
  }
}

function looseNote(collation: string | undefined) {
  return {
    message: `The collation ${quote(String(collation))} is nondeterministic: different texts are equal in it`,
    hint: 'write collation: "nondeterministic", or use the returned mapping: equality is then tested exactly too',
  }
}

function sessionNotes([row = {}]: readonly Row[]): SessionNote[] {
  const server = textIn(row, "server_encoding") ?? "unknown"
  const client = textIn(row, "client_encoding") ?? "unknown"
  const notes: SessionNote[] = []
  if (server !== "UTF8")
    notes.push({
      code: "database-encoding",
      message: `The database has the encoding ${server}, which lacks characters that a filter may have`,
      hint: "create the database with ENCODING 'UTF8'",
    })
  if (client !== "UTF8")
    notes.push({
      code: "client-encoding",
      message: `The session has the client encoding ${client}, which lacks characters that a filter may have`,
      hint: "SET client_encoding = 'UTF8', or remove the setting",
    })
  if (textIn(row, "standard_strings") !== "on")
    notes.push({
      code: "session-mode",
      message:
        "standard_conforming_strings is off: a backslash in a literal is then an escape, and a program that writes values into statements must double it",
      hint: "SET standard_conforming_strings = on, its default",
    })
  return notes
}

/** Names of a type that the catalog does not print. */
const aliases: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["varchar", "character varying"],
  ["char", "character"],
  ["int2", "smallint"],
  ["smallserial", "smallint"],
  ["int", "integer"],
  ["int4", "integer"],
  ["serial", "integer"],
  ["int8", "bigint"],
  ["bigserial", "bigint"],
  ["decimal", "numeric"],
  ["float4", "real"],
  ["float8", "double precision"],
  ["bool", "boolean"],
  ["timestamptz", "timestamp with time zone"],
  ["timestamp", "timestamp without time zone"],
])

function canonical(name: string): string {
  return aliases.get(name) ?? name
}

/** The name of a type without its schema and its quotes. */
function lastPart(name: string): string {
  return name.replaceAll('"', "").replace(/^.*\./s, "")
}

/** Types whose values `=` compares with each other. Two collations other than the default make it fail. */
const keyKinds: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["smallint", "integer"],
  ["bigint", "integer"],
  ["numeric", "integer"],
  ["character varying", "text"],
  ["character", "text"],
  ["bpchar", "text"],
  ["name", "text"],
  ["citext", "text"],
])

const WITHOUT_EQUALITY: readonly string[] = ["json", "xml", "point"]

/** A domain of an enum has no operator `=`. */
function isDomainOfEnum({ domain, labels = [] }: CatalogColumn): boolean {
  return domain !== undefined && labels.length > 0
}

function keyKindOf({ type = "" }: CatalogColumn): string {
  const { name } = readTypeName(type)
  return keyKinds.get(name) ?? name
}

const TEXTS: readonly string[] = ["text", "character varying", "character", "bpchar", "citext", "name"]

function isText({ type = "" }: CatalogColumn): boolean {
  return TEXTS.includes(readTypeName(type).name)
}
