export type { MongoField, MongoFields, MongoOptions, MongoRelation } from "./backends/mongodb/fields.ts"
export type { MongoQuery } from "./backends/mongodb/query.ts"
export { toMongo } from "./backends/mongodb/to-mongo.ts"
