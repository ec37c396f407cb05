import { fieldsOf } from "../../../src/index.ts"
import { people } from "../../conformance/people.ts"
import type { Database, Parameters } from "./databases.ts"
import { holds } from "./forms.ts"
import type { Peer } from "./peer.ts"

/** A query for a database. */
export interface Statement {
  readonly sql: string
  readonly values: Parameters
}

/** What a peer for databases does. */
export interface SqlWriter {
  /** Whether it can reach the rows of a relation to many. */
  readonly hasRelationsToMany: boolean
  prepare(text: string): () => Statement
}

/** A peer that writes SQL, on a database. */
export function onDatabase(
  database: Database,
  { name, short, family }: Pick<Peer, "name" | "short" | "family">,
  writer: SqlWriter,
): Peer {
  return {
    name: `${name}, ${database.name}`,
    short: `${short} ${database.name}`,
    ...(family !== undefined && { family }),
    takes(filter) {
      const related = fieldsOf(filter).map((name) => people.fields.get(name)?.relation?.cardinality)
      return holds(database.form, filter) && (writer.hasRelationsToMany || !related.includes("many"))
    },
    load: (records) => database.load(records),
    prepare(text) {
      const statement = writer.prepare(text)
      return async () => {
        const { sql, values } = statement()
        return database.ids(sql, values)
      }
    },
    close: () => database.close(),
  }
}
