import { allParsingInstructions, MongoQueryParser } from "@ucast/mongo"
import { allInterpreters, createSqlInterpreter, pg, sqlite } from "@ucast/sql"
import { people } from "../../conformance/people.ts"
import type { Database } from "./databases.ts"
import { mongoQuery } from "./mongo-query.ts"
import { onDatabase } from "./on-database.ts"
import type { Peer } from "./peer.ts"

const dialects = { SQLite: sqlite, PostgreSQL: pg } satisfies Record<Database["name"], unknown>

const parser = new MongoQueryParser(allParsingInstructions)
const interpret = createSqlInterpreter(allInterpreters)

/** `@ucast/sql`, with the inner joins that its documentation describes. */
export function ucastSql(database: Database): Peer {
  const names = { name: "@ucast/sql", short: "ucast", family: "ucast SQL" }
  return onDatabase(database, names, {
    hasRelationsToMany: true,
    prepare(text) {
      const query = mongoQuery(text, database.form)
      return () => {
        const [sql, values, relations] = interpret(parser.parse(query), {
          ...dialects[database.name],
          rootAlias: "people",
          joinRelation: (relation) => people.relations.has(relation),
        })
        const joins = relations.map(
          (relation) => `INNER JOIN "${relation}" ON "${relation}".person = people.id`,
        )
        const where = sql === "" ? "" : `WHERE ${sql}`
        return { sql: `SELECT DISTINCT people.id FROM people ${joins.join(" ")} ${where}`, values }
      }
    },
  })
}
