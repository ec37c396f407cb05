import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { entriesIn } from "../../build/entries.ts"
import manifest from "../../package.json" with { type: "json" }

const root = join(import.meta.dirname, "../..")
// Without the package.json of the package, whose sideEffects would let a bundler drop whole modules.
const folder = mkdtempSync(join(tmpdir(), "desk-filter-"))
beforeAll(() => {
  execFileSync(join(root, "node_modules/.bin/tsx"), ["build/library.ts", folder], { cwd: root })
})
afterAll(() => rmSync(folder, { recursive: true }))

// The grammar makes its tokens with Chevrotain when it is loaded, and whoever imports it uses them.
const withoutGrammar = entriesIn("esm").filter((entry) => entry !== "grammar")

describe("no statement has side effects, so that bundlers drop what a program does not use", () => {
  test.each(["core", ...withoutGrammar])("in %s.js", async (module) => {
    const { outputFiles } = await build({
      stdin: { contents: `import "./${module}.js"`, resolveDir: folder },
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
      external: Object.keys(manifest.peerDependencies),
    })
    // A bundler keeps the imports of peers, because it does not know these.
    expect(outputFiles[0]?.text.replaceAll(/import\{[^{}]*\}from"[^"]+";/g, "").trim()).toBe("")
  })
})
