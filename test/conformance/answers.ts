import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parseFilter } from "../../src/index.ts"
import type { Engine } from "../engines/engine.ts"
import type { BackendName } from "./case.ts"
import { groups } from "./cases.ts"
import { people } from "./people.ts"

/** Runs every case on an engine that a backend's filters are for. */
export function answers(backend: BackendName, way: string, open: () => Promise<Engine>): void {
  describe(`${backend}: ${way}`, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await open()
    })
    afterAll(() => engine?.close())

    for (const group of groups) {
      if (group.backends[backend] !== "answers") continue
      describe(group.name, () => {
        beforeAll(() => engine.load(group.records))
        for (const [text, keeps, options] of group.cases) {
          test(`${text} keeps ${keeps.join()}`, async () => {
            expect(await engine.find(parseFilter(people, text, options))).toEqual(keeps)
          })
        }
      })
    }
  })
}
