/** Compares the peers, and writes docs/peers.md. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { setup } from "../setup.ts"

// The other modules import what this installs.
setup()
const { freshPage } = await import("./fresh-page.ts")
const date = new Date().toISOString().slice(0, 10)
writeFileSync(join(import.meta.dirname, "../../../docs/peers.md"), await freshPage(date))
