import type { Contender } from "./contenders.ts"
import { rulesEngine } from "./json-rules-engine.ts"
import { koncorde } from "./koncorde.ts"

/** The peers of this folder, and what is missing, with the reason. */
export interface Installed {
  readonly contenders: readonly Contender[]
  readonly missing: readonly string[]
}

/** Loads the peers that this folder installs. Koncorde is optional, because not every machine can compile it. */
export async function installedPeers(): Promise<Installed> {
  const engine = await rulesEngine()
  try {
    return { contenders: [await koncorde(), engine], missing: [] }
  } catch (error) {
    const [reason = ""] = String(error).split(/\n| imported from /)
    return {
      contenders: [engine],
      missing: [`Koncorde is not compared, because it does not load: ${reason}.`],
    }
  }
}
