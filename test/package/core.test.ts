import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import { afterAll, expect, test } from "vitest"

const root = join(import.meta.dirname, "../..")
const folder = mkdtempSync(join(tmpdir(), "desk-filter-"))
afterAll(() => rmSync(folder, { recursive: true }))

// Without the package.json of the package, whose sideEffects would let a bundler drop whole modules.
test.each(["core.js", "desk.js"])(
  "no statement of %s has side effects: bundlers drop what is not used",
  async (file) => {
    execFileSync(join(root, "node_modules/.bin/tsx"), ["build/library.ts", folder], { cwd: root })
    const { outputFiles } = await build({
      stdin: { contents: `import "./${file}"`, resolveDir: folder },
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
    })
    expect(outputFiles[0]?.text.trim()).toBe("")
  },
)
