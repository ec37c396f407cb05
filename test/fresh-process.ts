import { spawnSync } from "node:child_process"
import { buildSync } from "esbuild"

/**
 * Runs a program in a Node of its own, started with these flags. What it imports by a relative path comes from src.
 *
 * @returns what it prints, which must be JSON, or what it complains of
 */
export function runInNode(program: string, flags: readonly string[]): unknown {
  const { outputFiles } = buildSync({
    stdin: { contents: program, resolveDir: new URL("../src/", import.meta.url).pathname },
    bundle: true,
    format: "esm",
    write: false,
  })
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "--input-type=module"], {
    input: outputFiles[0]?.text ?? "",
    encoding: "utf8",
  })
  return stderr === "" ? JSON.parse(stdout) : stderr
}
