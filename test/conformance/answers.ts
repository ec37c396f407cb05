import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parseFilter } from "../../src/index.ts"
import type { Engine } from "../engines/engine.ts"
import type { EngineName, EngineOf, RunBy, Suite } from "../engines/engines.ts"
import type { BackendName, Verdict } from "./case.ts"
import { groups } from "./cases.ts"
import { Evidence, idleEngines, unproven } from "./evidence.ts"
import { people } from "./people.ts"

/**
 * Runs every case that the backend answers on the engine.
 *
 * @param way how the engine stores values; no answer may depend on it
 * @param evidence records each case when the engine has answered
 */
export function answers(
  backend: BackendName,
  engineName: EngineName,
  way: string,
  open: () => Promise<Engine>,
  evidence = new Evidence(),
): void {
  describe(`${backend} on ${engineName}: ${way}`, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await open()
    })
    afterAll(() => engine?.close())

    for (const group of groups) {
      const verdict: Verdict = group.backends[backend]
      if (!("on" in verdict) || !verdict.on.includes(engineName)) continue
      describe(group.name, () => {
        beforeAll(() => engine.load(group.records))
        for (const each of group.cases) {
          const [text, keeps, options] = each
          test(`${text} keeps ${keeps.join()}`, async () => {
            const found = await engine.find(parseFilter(people, text, options))
            evidence.add(engine.backend, engine.name, each)
            expect(found).toEqual(keeps)
          })
        }
      })
    }
  })
}

/** A way in which an engine stores values. */
export type Way = readonly [way: string, open: () => Promise<Engine>]

/** The ways of each engine of a suite, for each backend that the engine runs. */
export type Ways<S extends Suite> = {
  readonly [Name in EngineOf<S>]: Readonly<Record<RunBy<Name>, readonly [Way, ...Way[]]>>
}

/** Runs every case on every engine of a suite. Fails if a verdict names an engine that did not run a case. */
export function suiteAnswers<S extends Suite>(suite: S, ways: Ways<S>): void {
  const evidence = new Evidence()
  type WaysByBackend = Readonly<Record<string, readonly Way[]>>
  for (const [engine, waysOfEngine] of Object.entries<WaysByBackend>(ways)) {
    for (const [backend, waysOfBackend] of Object.entries(waysOfEngine)) {
      for (const [way, open] of waysOfBackend)
        answers(backend as BackendName, engine as EngineName, way, open, evidence)
    }
  }

  describe(`the verdicts about the ${suite} engines`, () => {
    test("every case that a backend answers has run on each engine of its verdict", () => {
      expect(unproven(groups, suite, evidence)).toEqual([])
    })

    test("every engine has run a case", () => {
      expect(idleEngines(groups, suite, evidence)).toEqual([])
    })
  })
}
