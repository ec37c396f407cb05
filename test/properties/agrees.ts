import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parseFilter } from "../../src/index.ts"
import { filterTextWithout, relationFilterTextWithout } from "../arbitraries/filters.ts"
import { records } from "../arbitraries/people.ts"
import { people } from "../conformance/people.ts"
import type { Digits, Engine } from "../engines/engine.ts"
import { openPredicate } from "../engines/predicate.ts"
import { runs } from "./runs.ts"

/** The size of a trial: how many times it loads records, how many records, and how many filters for each load. */
export interface Trial {
  readonly loads: number
  readonly records: number
  readonly filters: number
}

/**
 * The property of every dialect: an engine finds the records that the predicate keeps.
 *
 * @param digits the digits of a second in date-time columns
 */
export function agrees(name: string, digits: Digits, trial: Trial, open: () => Promise<Engine>): void {
  describe(name, () => {
    let engine: Engine
    let predicate: Engine
    beforeAll(async () => {
      engine = await open()
      predicate = await openPredicate()
    })
    afterAll(() => engine?.close())

    test.each([
      ["by any fields", filterTextWithout, trial.loads],
      // One subquery tests what several conditions on one relation ask for.
      ["by related records", relationFilterTextWithout, Math.ceil(trial.loads / 4)],
    ] as const)("finds the records that the predicate keeps, %s", async (_, filterTexts, loads) => {
      const filters = fc.array(
        filterTexts(engine.lacks).map((text) => parseFilter(people, text)),
        { minLength: trial.filters, maxLength: trial.filters },
      )
      const loaded = records(digits, { minLength: trial.records, maxLength: trial.records })
      const parameters = { seed: Date.now(), ...runs(loads) }
      console.info(`${name}: seed ${parameters.seed}`)
      await fc.assert(
        fc.asyncProperty(loaded, filters, async (records, filters) => {
          await engine.load(records)
          await predicate.load(records)
          for (const filter of filters)
            expect(await engine.find(filter)).toEqual(await predicate.find(filter))
        }),
        parameters,
      )
    })
  })
}
