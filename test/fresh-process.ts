import { spawnSync } from "node:child_process"
import { buildSync } from "esbuild"

/**
 * Runs a program in a separate Node process with these flags. Its relative imports resolve to src.
 *
 * @returns the JSON that it prints, or its error output
 */
export function runInNode(program: string, flags: readonly string[]): unknown {
  const { outputFiles } = buildSync({
    stdin: { contents: program, resolveDir: new URL("../src/", import.meta.url).pathname },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  })
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "--input-type=module"], {
    input: outputFiles[0]?.text ?? "",
    encoding: "utf8",
  })
  return stderr === "" ? JSON.parse(stdout) : stderr
}
