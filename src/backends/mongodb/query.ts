/**
 * A query document, as `find` and `$match` take it. Besides these operators, it may have paths of fields. The driver's
 * type `Filter` accepts it. Its lists are not readonly, because those of the driver are not.
 */
export type MongoQuery = {
  readonly $and?: MongoQuery[]
  readonly $or?: MongoQuery[]
  readonly $nor?: MongoQuery[]
}

/** What the value at one path must satisfy: operators of MongoDB with their operands. */
export type Comparison = Readonly<Record<`$${string}`, unknown>>

/** The query for what a path must satisfy. */
export function at(path: string, comparison: Comparison): MongoQuery {
  // The type of a query does not list the paths. A computed name is an own property, even if it is __proto__.
  return { [path]: comparison } as MongoQuery
}

/** Every query holds. MongoDB rejects an empty list. */
export function everyOf(queries: readonly MongoQuery[]): MongoQuery {
  return queries.length === 0 ? {} : { $and: [...queries] }
}

/** Some query holds. MongoDB rejects an empty list. */
export function someOf(queries: readonly MongoQuery[]): MongoQuery {
  const [only, ...others] = queries
  if (only === undefined) return { $nor: [{}] }
  return others.length === 0 ? only : { $or: [...queries] }
}

/** No query holds. MongoDB rejects an empty list. */
export function noneOf(queries: readonly MongoQuery[]): MongoQuery {
  return queries.length === 0 ? {} : { $nor: [...queries] }
}
