import { guard } from "@ucast/mongo2js"
import { Query as MingoQuery } from "mingo"
import siftModule from "sift"
import { integersByValue } from "./by-value.ts"
import { type Document, documentsOf } from "./documents.ts"
import { documents, documentsWithTexts, type Form, holds } from "./forms.ts"
import { type MongoQuery, mongoQuery } from "./mongo-query.ts"
import type { Peer } from "./peer.ts"

// sift is CommonJS. Node's default import is the function itself, although the types say otherwise.
const sift = siftModule as unknown as typeof siftModule.default

/** Makes a predicate of a query. */
type Compile = (query: MongoQuery) => (document: Document) => boolean

const byMingo: Compile = (query) => {
  const compiled = new MingoQuery(query)
  return (document) => compiled.test(document)
}

/** mingo as a stand-in for MongoDB, which compares numbers by value. */
const byMingoAsMongo: Compile = (query) => {
  const matches = byMingo(integersByValue(query))
  return (document) => matches(integersByValue(document))
}

/** A peer that filters objects in memory, and the query that it gets. */
export function inMemory(
  name: string,
  short: string,
  compile: Compile,
  form: Form,
  queryOf: (text: string, form: Form) => () => MongoQuery,
): Peer {
  let loaded: readonly Document[] = []
  return {
    name,
    short,
    takes: (filter) => holds(form, filter),
    async load(records) {
      loaded = documentsOf(records, form)
    },
    prepare(text) {
      const query = queryOf(text, form)
      return async () => loaded.filter(compile(query())).map(({ id }) => Number(id))
    },
    async close() {},
  }
}

const written = (text: string, form: Form) => {
  const query = mongoQuery(text, form)
  return () => query
}

/** The libraries for MongoDB's queries. */
export const inMemoryPeers: readonly (() => Promise<Peer>)[] = [
  async () => inMemory("sift", "sift", (query) => sift<Document>(query), documents, written),
  async () => inMemory("mingo", "mingo", byMingo, documents, written),
  async () =>
    inMemory(
      "@ucast/mongo2js",
      "ucast",
      (query) => guard(query) as unknown as (document: Document) => boolean,
      documents,
      written,
    ),
]

/** A MongoDB export of a query builder, on mingo. */
export const onMingo = (
  name: string,
  short: string,
  queryOf: (text: string, form: Form) => () => MongoQuery,
): Peer => ({ ...inMemory(name, short, byMingoAsMongo, documentsWithTexts, queryOf), evaluator: "mingo" })
