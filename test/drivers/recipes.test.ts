import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { examplesFor } from "../documentation/docs.ts"
import { runExample } from "../documentation/examples.ts"
import { createDatabase } from "../servers/postgres.ts"
import { addressOf } from "./address.ts"

describe("the recipes of docs/drivers.md that need packages of this folder", () => {
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const database = await createDatabase()
    process.env.DATABASE_URL = addressOf("postgres", inject("postgres"), database.name)
    drop = database.drop
  })
  afterAll(() => drop?.())

  test.each(examplesFor("drivers", "drivers.md"))("%s", async (_, code) => {
    const checked = await runExample(
      code,
      (actual, expected, expression) => expect(actual, expression).toEqual(expected),
      // Here, because this folder has the packages.
      (name) => import(name),
    )
    expect(checked).toBeGreaterThan(0)
  })
})
