import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Locks the folder for this server. PGlite has no lock of its own, and two servers that write to one folder would
 * corrupt the data. The lock of a process that has ended is ignored. So is a lock with the number of this process: in a container,
 * every server is process 1.
 *
 * @returns a function that releases the lock
 * @throws Error when another running process holds the lock
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, "lock")
  const take = () => writeFileSync(lock, String(process.pid), { flag: "wx" })
  try {
    take()
  } catch {
    const owner = Number(readFileSync(lock, "utf8"))
    if (isRunning(owner)) {
      throw new Error(
        `Process ${owner} uses the data in ${folder}: stop it, or remove ${lock} if that process is not this server`,
      )
    }
    rmSync(lock)
    take()
  }
  return () => rmSync(lock, { force: true })
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    // Signal 0 only tests whether the process exists.
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}
