import { parseFilter } from "../../../src/index.ts"
import { groups } from "../../conformance/cases.ts"
import { people } from "../../conformance/people.ts"
import type { Answer, Peer } from "./peer.ts"

/** How an answer differs from the ids that are defined, and what that is called. */
export type Outcome = "same" | "wider" | "both" | "narrower" | "refuses" | "left out"

/** What one peer answers to one case. */
export interface Finding {
  readonly outcome: Outcome
  readonly answer: Answer | undefined
}

/** A case, and what each peer answers, in the order of the peers. */
export interface Row {
  readonly group: string
  readonly filter: string
  readonly ids: readonly number[]
  readonly findings: readonly Finding[]
}

/** The cases that have no option of this package: no peer has such an option. */
export const comparedGroups = groups.map((group) => ({
  ...group,
  cases: group.cases.filter(([, , options]) => options === undefined),
}))

/** Asks each peer each case. */
export async function compare(peers: readonly Peer[]): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { name: group, records, cases } of comparedGroups) {
    for (const peer of peers) await peer.load(records)
    for (const [filter, ids] of cases) {
      const findings: Finding[] = []
      for (const peer of peers) findings.push(await ask(peer, filter, ids))
      rows.push({ group, filter, ids, findings })
    }
  }
  return rows
}

async function ask(peer: Peer, filter: string, ids: readonly number[]): Promise<Finding> {
  if (!peer.takes(parseFilter(people, filter))) return { outcome: "left out", answer: undefined }
  const query = peer.prepare(filter)
  let answer: Answer
  try {
    answer = { ids: [...(await query())].sort((a, b) => a - b) }
  } catch (error) {
    answer = { error: refusalOf(error) }
  }
  return { outcome: outcomeOf(answer, ids), answer }
}

/** The JavaScript engine throws these. Each version of an engine has its own texts, so only the name counts. */
const engineErrors: readonly unknown[] = [TypeError, SyntaxError, RangeError]

/** The text of an error, or its name if the engine throws it. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return engineErrors.includes(error.constructor) ? error.name : error.message
}

/** How an answer differs. */
export function outcomeOf(answer: Answer, ids: readonly number[]): Outcome {
  if ("error" in answer) return "refuses"
  const more = answer.ids.some((id) => !ids.includes(id))
  const fewer = ids.some((id) => !answer.ids.includes(id))
  if (more && fewer) return "both"
  return more ? "wider" : fewer ? "narrower" : "same"
}
