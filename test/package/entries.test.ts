import { readdirSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { entriesIn } from "../../build/entries.ts"
import manifest from "../../package.json" with { type: "json" }
import { entries } from "../documentation/examples.ts"
import { publicNames } from "./entries.ts"

const { "./package.json": _, "./conformance.json": __, ...exported } = manifest.exports
/** The entries as package.json names them: "index" is the package itself. */
const names = Object.keys(exported)
  .map((path) => path.slice("./".length) || "index")
  .sort()
const specifiers = names.map((name) => (name === "index" ? "desk-filter" : `desk-filter/${name}`)).sort()

/** The entries whose peers are ES modules only. */
const esmOnly: readonly string[] = ["grammar"]

/** The names of the files in a folder with this suffix. */
function namesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(`../../${folder}`, import.meta.url))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort()
}

describe("the entries of package.json", () => {
  test("are the files at the root of src", () => {
    expect(namesIn("src", ".ts")).toEqual(names)
  })

  // TypeScript finds the types beside each file: sql.d.ts for sql.js, and sql.d.cts for sql.cjs.
  test.each(Object.entries(exported))(
    "%s leads to an ES module, and to a CommonJS module",
    (path, targets) => {
      const name = path.slice("./".length) || "index"
      const esm = `./dist/${name}.js`
      // Node takes the first condition for import and for require, so a process has one copy of the package.
      expect(Object.entries(targets)).toEqual([
        ["module-sync", esm],
        ["import", esm],
        ...(esmOnly.includes(name) ? [] : [["require", `./dist/${name}.cjs`]]),
      ])
    },
  )

  test("are built as esm", () => {
    expect([...entriesIn("esm")].sort()).toEqual(names)
  })

  test("are built as cjs", () => {
    expect([...entriesIn("cjs")].sort()).toEqual(names.filter((name) => !esmOnly.includes(name)))
  })

  test("lead compilers that do not read exports to the types of the CommonJS modules", () => {
    expect(manifest.main).toBe(exported["."].require)
    expect(manifest.types).toBe("./dist/index.d.cts")
    expect(manifest.typesVersions).toEqual({
      "*": { "conformance.json": ["./dist/conformance.json"], "*": ["./dist/*.d.cts", "./*"] },
    })
  })

  test("each have a list of public names", () => {
    expect(Object.keys(publicNames).sort()).toEqual(specifiers)
  })

  test("each have an API report", () => {
    expect(namesIn("test/package/api", ".api.md")).toEqual(names)
  })

  test("can each be imported by an example", () => {
    expect(Object.keys(entries).sort()).toEqual(specifiers)
  })

  test("each have a limit on their size", () => {
    const measured = manifest["size-limit"].flatMap(({ import: imported }) => Object.keys(imported))
    expect([...new Set(measured)].sort()).toEqual(names.map((name) => `dist/${name}.js`).sort())
  })
})
