import { compare } from "./compare.ts"
import { page, type Results } from "./page.ts"
import type { Peer } from "./peer.ts"
import { openExports, openPeers } from "./peers.ts"
import { version7 } from "./react-querybuilder.ts"
import { versions } from "./versions.ts"

/** What the peers answer now. */
export async function resultsOf(open: () => Promise<readonly Peer[]>): Promise<Results> {
  const peers = await open()
  try {
    return { peers, rows: await compare(peers) }
  } finally {
    for (const peer of peers) await peer.close()
  }
}

/** docs/peers.md, with the answers of the installed packages. */
export async function freshPage(date: string): Promise<string> {
  const now = await resultsOf(openPeers)
  const before = await resultsOf(() => openExports(version7))
  return page(now, before, versions(), date)
}
