import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Keeps a second server out of the folder: PGlite does not, and two that write into one would ruin it.
 * What a server left behind that was killed counts for nothing.
 *
 * @returns what gives the folder free
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, "lock")
  const take = () => writeFileSync(lock, String(process.pid), { flag: "wx" })
  try {
    take()
  } catch {
    const owner = Number(readFileSync(lock, "utf8"))
    if (runs(owner)) {
      throw new Error(
        `Process ${owner} has the data in ${folder}: end it, or remove ${lock} if it is no server`,
      )
    }
    rmSync(lock)
    take()
  }
  return () => rmSync(lock, { force: true })
}

function runs(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ <= 0) return false
  try {
    // Signal 0 is none: it asks whether there is somebody to send one to.
    process.kill(process_, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}
