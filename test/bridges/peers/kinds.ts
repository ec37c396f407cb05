import type { Outcome, Row } from "./compare.ts"
import type { Answer, Peer } from "./peer.ts"

/** Cases of one group that the same peers answer differently, in the same way. */
export interface Kind {
  readonly group: string
  readonly peers: readonly string[]
  readonly cases: number
  /** The first of the cases. */
  readonly filter: string
  readonly ids: readonly number[]
  /** What the peers answer to it. Each answer is there once. */
  readonly answers: readonly Answer[]
}

/** The kinds of one outcome. Those with the most cases come first. */
export function kindsOf(outcome: Outcome, rows: readonly Row[], peers: readonly Peer[]): readonly Kind[] {
  const kinds = new Map<string, Kind>()
  for (const { group, filter, ids, findings } of rows) {
    const found = findings.flatMap((finding, i) => (finding.outcome === outcome ? [{ ...finding, i }] : []))
    if (found.length === 0) continue
    const key = JSON.stringify([group, found.map(({ i }) => i)])
    const known = kinds.get(key)
    const answers = found.flatMap(({ answer }) => (answer === undefined ? [] : [answer]))
    kinds.set(
      key,
      known === undefined
        ? {
            ...{ group, filter, ids, cases: 1 },
            peers: namesOf(
              peers,
              found.map(({ i }) => i),
            ),
            answers: [...new Map(answers.map((answer) => [JSON.stringify(answer), answer])).values()],
          }
        : { ...known, cases: known.cases + 1 },
    )
  }
  return [...kinds.values()].sort((a, b) => b.cases - a.cases)
}

/** The peers at these places. A family whose members are all there has one name. */
function namesOf(peers: readonly Peer[], places: readonly number[]): readonly string[] {
  const isComplete = (family: string) =>
    family !== "" && peers.every((peer, i) => peer.family !== family || places.includes(i))
  const named = places.map((i) => peers[i]).filter((peer) => peer !== undefined)
  return [...new Set(named.map(({ short, family = "" }) => (isComplete(family) ? family : short)))]
}
