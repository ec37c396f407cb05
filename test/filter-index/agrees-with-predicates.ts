import fc from "fast-check"
import { test } from "vitest"
import { filterIndex } from "../../src/filter-index.ts"
import type { Schema } from "../../src/index.ts"
import { asMaps, getOfMaps } from "./maps.ts"
import { type Get, type Model, meaningWith } from "./model.ts"
import { type Index, stepsOf } from "./steps.ts"
import { allTypes, fewFields } from "./worlds.ts"

/** The property of an index: whatever was done with it, it answers as a predicate for each of its filters does. */
export function agreesWithPredicates(runs: { readonly numRuns: number }): void {
  test.each([
    ["few fields", fewFields],
    ["all types", allTypes],
  ])("an index agrees with predicates, with %s", (_, worldOf) => {
    const world = worldOf()
    /** Makes an empty index and its model. */
    const startWith = (form: Model["form"], get?: Get) => {
      const meaning = meaningWith(get)
      return (): { model: Model; real: Index } => ({
        model: { filters: new Map(), meaning, form },
        real: filterIndex<Schema, unknown, unknown>(world.schema, { ...(get && { get }) }),
      })
    }
    const starts = {
      properties: startWith((record) => record),
      "Maps, by the option get": startWith((record) => asMaps(world.schema, record), getOfMaps),
    }
    const commands = fc.commands(stepsOf(world), { maxCommands: 40, size: "max" })
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(starts)), commands, (records, commands) => {
        fc.modelRun(starts[records as keyof typeof starts], commands)
      }),
      runs,
    )
  })
}
