import type { EngineName, Suite } from "../engines/engines.ts"
import { engines } from "../engines/engines.ts"
import type { BackendName, Case, Group, Verdict } from "./case.ts"

/** Which cases ran: on which engine, compiled by which backend. */
export class Evidence {
  readonly #runs = new Map<Case, Set<string>>()

  /** Records that the engine returned an answer to the case. */
  add(backend: BackendName, engine: EngineName, ran: Case): void {
    const runs = this.#runs.get(ran) ?? new Set()
    this.#runs.set(ran, runs.add(runKey(backend, engine)))
  }

  has(backend: BackendName, engine: EngineName, ran: Case): boolean {
    return this.#runs.get(ran)?.has(runKey(backend, engine)) ?? false
  }
}

function runKey(backend: BackendName, engine: EngineName): string {
  return `${backend} on ${engine}`
}

/** A case that, by its verdict, a backend answers on an engine. */
export interface Claim {
  readonly backend: BackendName
  readonly engine: EngineName
  readonly group: string
  readonly claimed: Case
}

/** What the verdicts claim about the engines of a suite. */
export function claimsOf(groups: readonly Group[], suite: Suite): Claim[] {
  return groups.flatMap(({ name: group, cases, backends }) =>
    (Object.keys(backends) as BackendName[]).flatMap((backend) => {
      const verdict: Verdict = backends[backend]
      const named = "on" in verdict ? verdict.on.filter((engine) => engines[engine].suite === suite) : []
      return named.flatMap((engine) => cases.map((claimed) => ({ backend, engine, group, claimed })))
    }),
  )
}

/** The claims about the engines of a suite that no run proves. */
export function unproven(groups: readonly Group[], suite: Suite, evidence: Evidence): string[] {
  return claimsOf(groups, suite)
    .filter(({ backend, engine, claimed }) => !evidence.has(backend, engine, claimed))
    .map(({ backend, engine, group, claimed: [filter] }) => `${backend} on ${engine}: ${group}: ${filter}`)
}

/** The engines of a suite that ran nothing. */
export function idleEngines(groups: readonly Group[], suite: Suite, evidence: Evidence): EngineName[] {
  const cases = groups.flatMap((group) => group.cases)
  const backends = groups.flatMap((group) => Object.keys(group.backends) as BackendName[])
  return (Object.keys(engines) as EngineName[]).filter(
    (engine) =>
      engines[engine].suite === suite &&
      !cases.some((ran) => backends.some((backend) => evidence.has(backend, engine, ran))),
  )
}
