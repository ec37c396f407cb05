/** The types of fields, as in the mapping of an index. */
export type Mapping = Readonly<Record<string, "keyword" | "long" | "double" | "boolean" | "date" | "nested">>

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
type JsonObject = { readonly [name: string]: Json }

/**
 * Whether a document matches a query. It has the query kinds that docs/backends.md uses, each by the rule in
 * Elasticsearch's documentation. Any other query is an error.
 *
 * @param query the query, as a program sends it: as JSON
 * @param document the document, as a program indexes it: as JSON
 */
export function matches(query: object, document: object, mapping: Mapping): boolean {
  assertSmall(query)
  const overJson = (value: object) => JSON.parse(JSON.stringify(value)) as JsonObject
  return matchesIn(overJson(query), { mapping, document: overJson(document), path: "" })
}

/** "Defaults to 20" (version 7), and 30 later. The page's limits hold for both. */
const maxNestedDepth = 20
/** "Defaults to 1024" clauses of one bool (version 7). "This limit has a minimum value of 1024" for the whole query (8.1). */
const maxClauseCount = 1024

function assertSmall(query: object): void {
  const { levels, clauses } = sizeOf(query)
  if (levels > maxNestedDepth) throw new Error(`The query has ${levels} levels`)
  if (clauses > maxClauseCount) throw new Error(`The query has ${clauses} clauses`)
}

/** The levels of queries in each other, and the number of queries that have no others inside. */
export function sizeOf(query: object): { readonly levels: number; readonly clauses: number } {
  const { bool, nested } = query as { bool?: Record<string, object[]>; nested?: { query: object } }
  if (bool === undefined && nested === undefined) return { levels: 1, clauses: 1 }
  const inner = [...Object.values(bool ?? {}).flat(), ...(nested ? [nested.query] : [])].map(sizeOf)
  // A bool with must_not only gets a clause that matches everything. nested gets one for its path.
  const added = nested !== undefined || Object.keys(bool ?? {}).join() === "must_not" ? 1 : 0
  return {
    levels: 1 + Math.max(0, ...inner.map(({ levels }) => levels)),
    clauses: inner.reduce((sum, { clauses }) => sum + clauses, added),
  }
}

/** A document, or a nested one: each object of a nested field is a hidden document of its own. */
interface Context {
  readonly mapping: Mapping
  readonly document: JsonObject
  /** The path of the nested field with a dot behind it, or nothing. */
  readonly path: string
}

function matchesIn(query: Json, context: Context): boolean {
  const [kind, body] = onlyMember(query)
  const rule = Object.hasOwn(rules, kind) ? rules[kind] : undefined
  if (rule === undefined) throw new Error(`No rule for the query ${kind}`)
  return rule(body, context)
}

const rules: Readonly<Record<string, (body: Json, context: Context) => boolean>> = {
  // "The most simple query, which matches all documents."
  match_all: () => true,
  // "This is the inverse of the match_all query, which matches no documents."
  match_none: () => false,
  // filter: must match. must_not: must not match. should: "If the bool query includes at least one should clause and no
  // must or filter clauses, the default value [of minimum_should_match] is 1. Otherwise, the default value is 0."
  bool(body, context) {
    const { filter = [], should = [], must_not = [], ...others } = objectOf(body)
    if (Object.keys(others).length > 0) throw new Error(`No rule for ${Object.keys(others)} in bool`)
    const needed = listOf(filter).length === 0 && listOf(should).length > 0 ? 1 : 0
    return (
      listOf(filter).every((query) => matchesIn(query, context)) &&
      listOf(should).filter((query) => matchesIn(query, context)).length >= needed &&
      !listOf(must_not).some((query) => matchesIn(query, context))
    )
  },
  // "one or more terms must exactly match a field value", at most 65,536 terms.
  terms(body, context) {
    const [name, terms] = onlyMember(body)
    if (listOf(terms).length > 65_536) throw new Error("Too many terms")
    return values(name, context).some((value) =>
      listOf(terms).some((term) => orderOf(value, indexed(term, name, context)) === 0),
    )
  },
  // "documents that contain terms within a provided range"
  range(body, context) {
    const [name, bounds] = onlyMember(body)
    const [bound, limit] = onlyMember(bounds)
    const holds = ranges[bound]
    if (holds === undefined) throw new Error(`No rule for the bound ${bound}`)
    const right = indexed(limit, name, context)
    return values(name, context).some((value) => holds(orderOf(value, right)))
  },
  // "documents that contain an indexed value for a field". "" is one; null and [] are none.
  exists(body, context) {
    const [parameter, name] = onlyMember(body)
    if (parameter !== "field") throw new Error(`No rule for ${parameter} in exists`)
    return values(String(name), context).length > 0
  },
  // "?, which matches any single character; *, which can match zero or more characters". Lucene's WildcardQuery, to which
  // it maps: "\ is the escape character".
  wildcard(body, context) {
    const [name, options] = onlyMember(body)
    const [parameter, pattern] = onlyMember(options)
    if (parameter !== "value" || context.mapping[name] !== "keyword") throw new Error("No rule for wildcard")
    const source = String(pattern).replace(/\\([\s\S])|[\s\S]/gu, (part, escaped?: string) => {
      if (part === "*") return "[^]*"
      return part === "?" ? "[^]" : (escaped ?? part).replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
    })
    return values(name, context).some((value) => new RegExp(`^${source}$`, "u").test(String(value)))
  },
  // "If an object matches the search, the nested query returns the root parent document."
  nested(body, { mapping, document, path }) {
    const { path: name, query, ...others } = objectOf(body)
    if (Object.keys(others).length > 0) throw new Error(`No rule for ${Object.keys(others)} in nested`)
    if (path !== "" || mapping[String(name)] !== "nested") throw new Error(`${name} is not a nested field`)
    return [document[String(name)] ?? []]
      .flat()
      .some(
        (object) =>
          object !== null &&
          matchesIn(query ?? {}, { mapping, document: objectOf(object as Json), path: `${name}.` }),
      )
  },
}

const ranges: Readonly<Record<string, (order: number) => boolean>> = {
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
}

type Term = string | bigint | number | boolean

/** The values that the index has for a field. It has none for null, and it flattens objects to dotted names. */
function values(name: string, context: Context): readonly Term[] {
  const { document, mapping, path } = context
  // A nested query sees the fields of its nested documents, and any other query those outside of nested documents.
  const [top = ""] = name.split(".")
  if (mapping[top] === "nested" ? `${top}.` !== path : path !== "") return []
  const steps = name.slice(path.length).split(".")
  const found = steps.reduce<readonly Json[]>(
    (parts, step) =>
      parts.flatMap((part) => {
        const member = part === null ? null : (objectOf(part)[step] ?? null)
        return Array.isArray(member) ? member : [member]
      }),
    [document],
  )
  return found.filter((value) => value !== null).map((value) => indexed(value, name, context))
}

/** The form in which the index has a value, and in which it reads a value of a query on the field. */
function indexed(value: Json, name: string, { mapping }: Context): Term {
  switch (mapping[name]) {
    case "keyword":
      if (typeof value === "string") return value
      break
    // "coerce: Try to convert strings to numbers", true by default.
    case "long":
      if (typeof value === "string" || typeof value === "number") return BigInt(value)
      break
    case "double":
      if (typeof value === "number") return value
      break
    case "boolean":
      if (typeof value === "boolean") return value
      break
    // Milliseconds since the epoch, without the finer digits of a text: no value may have them. A range completes a text with
    // missing components: no text may miss one.
    case "date":
      if (typeof value === "string" && /T\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return Date.parse(value)
      break
  }
  throw new Error(`${JSON.stringify(value)} is no value of the field ${name}`)
}

/** The order of two values of a field. */
function orderOf(a: Term, b: Term): number {
  // The terms of a keyword field are UTF-8, and Lucene compares their bytes.
  if (typeof a === "string") return Buffer.compare(Buffer.from(a), Buffer.from(String(b)))
  // "The double type considers that -0.0 and +0.0 are different values."
  if (Object.is(a, -0) !== Object.is(b, -0) && a === b) return Object.is(a, -0) ? -1 : 1
  return a === b ? 0 : a < b ? -1 : 1
}

function onlyMember(value: Json): readonly [name: string, value: Json] {
  const [first, ...others] = Object.entries(objectOf(value))
  if (first === undefined || others.length > 0) throw new Error("An object must have one member")
  return first
}

function objectOf(value: Json): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("Not an object")
  return value as JsonObject
}

function listOf(value: Json): readonly Json[] {
  if (!Array.isArray(value)) throw new Error("Not a list")
  return value
}
