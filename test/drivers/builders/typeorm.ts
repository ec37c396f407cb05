import { DataSource, type DataSourceOptions, EntitySchema } from "typeorm"
import type { Driver } from "../driver.ts"

const text = { type: "text", nullable: true } as const

/** All columns, because TypeORM replaces names of properties in a condition by those of their columns. */
const Person = new EntitySchema({
  name: "people",
  columns: {
    id: { type: "bigint", primary: true },
    count: { type: "bigint", nullable: true },
    name: { ...text, name: "full_name" },
    label: text,
    role: text,
    seenAt: { ...text, name: "seen_at" },
    owner: { type: "bigint", nullable: true },
    secret: text,
  },
})

async function connect(type: "postgres" | "mysql", url: string): Promise<DataSource> {
  return new DataSource({ type, url, entities: [Person] } as DataSourceOptions).initialize()
}

export async function throughTypeormQuery(type: "postgres" | "mysql", url: string): Promise<Driver> {
  const database = await connect(type, url)
  return {
    people: ({ text, values }) =>
      database.query(`SELECT id FROM people WHERE ${text} ORDER BY id`, [...values]),
    close: () => database.destroy(),
  }
}

export async function throughTypeormBuilder(type: "postgres" | "mysql", url: string): Promise<Driver> {
  const database = await connect(type, url)
  return {
    people({ strings, values }) {
      const matching = strings.reduce((text, string, i) => `${text}:value${i}${string}`)
      const parameters = Object.fromEntries(values.map((value, i) => [`value${i + 1}`, value]))
      return database
        .createQueryBuilder(Person, "people")
        .select("people.id", "id")
        .where(matching, parameters)
        .orderBy("people.id")
        .getRawMany()
    },
    close: () => database.destroy(),
  }
}
