import { PrismaPg } from "@prisma/adapter-pg"
import type { Driver, Row } from "../driver.ts"
import { Prisma, PrismaClient } from "../generated/prisma/client.ts"

export async function throughPrisma(connectionString: string): Promise<Driver> {
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString }) })
  return {
    people({ strings, values }) {
      const matching = Prisma.sql(strings, ...values)
      return database.$queryRaw<Row[]>`SELECT id FROM people WHERE ${matching} ORDER BY id`
    },
    close: () => database.$disconnect(),
  }
}
