import { defineEntity, MikroORM, p } from "@mikro-orm/postgresql"
import { sql } from "kysely"
import type { Driver } from "../driver.ts"

const Person = defineEntity({
  name: "Person",
  tableName: "people",
  properties: { id: p.bigint().primary(), name: p.text().fieldName("full_name").nullable() },
})

export async function throughMikroOrm(clientUrl: string): Promise<Driver> {
  const orm = await MikroORM.init({ clientUrl, entities: [Person] })
  const em = orm.em.fork()
  return {
    people: ({ strings, values }) =>
      em
        .getKysely()
        .selectFrom("people")
        .select("id")
        .where(sql<boolean>(strings, ...values))
        .orderBy("id")
        .execute(),
    close: () => orm.close(),
  }
}
