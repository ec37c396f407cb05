import { throughKnex } from "./builders/knex.ts"
import { throughMikroOrm } from "./builders/mikro-orm.ts"
import { throughPrisma } from "./builders/prisma.ts"
import { throughSequelize } from "./builders/sequelize.ts"
import { throughTypeormBuilder, throughTypeormQuery } from "./builders/typeorm.ts"
import type { Connect } from "./driver.ts"

/** The drivers and query builders that connect to PostgreSQL. */
export const postgresDrivers: Readonly<Record<string, Connect>> = {
  Knex: (url) => throughKnex("pg", url),
  "TypeORM's query": (url) => throughTypeormQuery("postgres", url),
  "TypeORM's query builder": (url) => throughTypeormBuilder("postgres", url),
  Sequelize: throughSequelize,
  MikroORM: throughMikroOrm,
  Prisma: throughPrisma,
}
