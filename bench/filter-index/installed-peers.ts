import type { Contender } from "./contenders.ts"
import { rulesEngine } from "./json-rules-engine.ts"
import { koncorde } from "./koncorde.ts"

/** Peers that this folder installs. A peer that does not load is left out, with the reason. */
export async function installedPeers(): Promise<{
  readonly contenders: readonly Contender[]
  readonly missing: readonly string[]
}> {
  const contenders: Contender[] = []
  const missing: string[] = []
  for (const [name, load] of Object.entries({ Koncorde: koncorde, "json-rules-engine": rulesEngine })) {
    try {
      contenders.push(await load())
    } catch (error) {
      const [reason] = String(error).split("\n")
      missing.push(`${name} does not load: ${reason}`)
    }
  }
  return { contenders, missing }
}
