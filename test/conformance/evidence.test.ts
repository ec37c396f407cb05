import { describe, expect, test } from "vitest"
import { dialects } from "../../src/sql.ts"
import { type EngineName, engines, type Suite } from "../engines/engines.ts"
import { type BackendName, everywhere, type Group, type Verdict } from "./case.ts"
import { groups } from "./cases.ts"
import { claimsOf, Evidence, idleEngines, unproven } from "./evidence.ts"

const suites: readonly Suite[] = ["fast", "embedded", "servers"]
/** The suites that `npm test` runs. */
const local: readonly Suite[] = ["fast", "embedded"]
const backends = ["predicate", ...Object.keys(dialects)] as readonly BackendName[]

describe("the verdicts", () => {
  test.each(groups)("$name: every dialect of the registry has one", (group) => {
    expect(Object.keys(group.backends).sort()).toEqual([...backends].sort())
  })

  test.each(groups)("$name: each names engines of the table, or a reason", (group) => {
    for (const verdict of Object.values(group.backends)) {
      if ("on" in verdict) {
        expect(verdict.on.length).toBeGreaterThan(0)
        for (const engine of verdict.on) expect(Object.keys(engines)).toContain(engine)
      } else expect(verdict.notSupported.trim()).not.toBe("")
    }
  })

  test.each(backends)("%s names only engines that run it", (backend) => {
    for (const group of groups) {
      const verdict: Verdict = group.backends[backend]
      for (const engine of "on" in verdict ? verdict.on : []) expect(engines[engine].runs).toContain(backend)
    }
  })

  const claims = suites.flatMap((suite) => claimsOf(groups, suite))

  test.each(backends)("%s answers on some engine, or says in every group why not", (backend) => {
    const verdicts = groups.map((group): Verdict => group.backends[backend])
    const answersSomewhere = claims.some((claim) => claim.backend === backend)
    const givesReasons = verdicts.every((verdict) => "notSupported" in verdict && verdict.notSupported !== "")
    expect(answersSomewhere).not.toBe(givesReasons)
  })

  test.each(Object.entries(engines))("each backend that runs on %s answers there", (name, { runs }) => {
    for (const backend of runs)
      expect(claims.some((claim) => claim.engine === name && claim.backend === backend)).toBe(true)
  })
})

describe("the check of the verdicts", () => {
  const group: Group = {
    name: "two cases",
    records: [],
    cases: [
      ['{"id":1}', []],
      // The same text again: each case needs a run of its own.
      ['{"id":1}', []],
    ],
    backends: { ...everywhere, duckdb: { notSupported: "for this test" } },
  }
  const [first, second] = group.cases
  if (first === undefined || second === undefined) throw new Error("The group has two cases")

  /** How many runs the verdicts of the group claim on engines of a suite. */
  function claimedRuns(suite: Suite): number {
    const named = Object.values<Verdict>(group.backends).flatMap((verdict) =>
      "on" in verdict ? verdict.on.filter((engine) => engines[engine].suite === suite) : [],
    )
    expect(named).not.toEqual([])
    return named.length * group.cases.length
  }

  const unprovenLocally = (evidence: Evidence) => local.flatMap((suite) => unproven([group], suite, evidence))

  /** Evidence for all local engines, except the runs for which `isMissing` is true. */
  function evidenceWithout(isMissing: (backend: BackendName, isFirst: boolean) => boolean): Evidence {
    const evidence = new Evidence()
    for (const { backend, engine, claimed } of local.flatMap((suite) => claimsOf([group], suite)))
      if (!isMissing(backend, claimed === first)) evidence.add(backend, engine, claimed)
    return evidence
  }

  test("passes when every case has run", () => {
    expect(unprovenLocally(evidenceWithout(() => false))).toEqual([])
  })

  test("fails for each case of a backend that nothing has run", () => {
    expect(unprovenLocally(new Evidence())).toEqual(
      ["predicate on JavaScript", "sqlite on sql.js", "postgres on PGlite"].flatMap((run) => [
        `${run}: two cases: {"id":1}`,
        `${run}: two cases: {"id":1}`,
      ]),
    )
    expect(unproven([group], "servers", new Evidence())).toHaveLength(claimedRuns("servers"))
  })

  test("fails for one case that has not run", () => {
    const evidence = evidenceWithout((backend, isFirst) => backend === "sqlite" && isFirst)
    expect(unprovenLocally(evidence)).toEqual([`sqlite on sql.js: two cases: {"id":1}`])
  })

  test("fails if the case has run on another engine, or compiled by another backend", () => {
    const evidence = evidenceWithout((backend) => backend === "sqlite")
    for (const ran of [first, second]) {
      evidence.add("sqlite", "PGlite", ran)
      evidence.add("postgres", "sql.js", ran)
    }
    expect(unprovenLocally(evidence)).toHaveLength(group.cases.length)
  })

  test("names the engines that ran nothing", () => {
    const idle = (evidence: Evidence): EngineName[] =>
      local.flatMap((suite) => idleEngines([group], suite, evidence))
    expect(idle(evidenceWithout((backend) => backend === "sqlite"))).toEqual(["sql.js", "DuckDB"])
    expect(idleEngines([group], "servers", new Evidence())).toEqual(["PostgreSQL", "MariaDB", "chdb"])
  })
})
