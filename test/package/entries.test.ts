import { readdirSync } from "node:fs"
import { describe, expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import configurations from "../../tsup.config.ts"
import { entries } from "../documentation/examples.ts"
import { publicNames } from "./entries.ts"

const { "./package.json": _, ...exported } = manifest.exports
/** The entries as package.json names them: "index" is the package itself. */
const names = Object.keys(exported)
  .map((path) => path.slice("./".length) || "index")
  .sort()
const specifiers = names.map((name) => (name === "index" ? "desk-filter" : `desk-filter/${name}`)).sort()

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

  test.each(Object.entries(exported))("%s leads to a file of its name", (path, targets) => {
    const name = path.slice("./".length) || "index"
    expect(targets).toEqual({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` })
  })

  test("are built", () => {
    const [library] = Array.isArray(configurations) ? configurations : []
    const built = Object.keys(library?.entry ?? {}).filter((name) => !name.startsWith("desk/"))
    expect(built.sort()).toEqual(names)
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
