import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { describe, expect, test } from "vitest"
import { entries } from "../documentation/examples.ts"
import { publicNames } from "./entries.ts"

const root = new URL("../../", import.meta.url).pathname
const { exports, dependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8"))

test("every entry exports what it says, by name", async () => {
  expect(Object.keys(entries)).toEqual(Object.keys(publicNames))
  for (const [entry, load] of Object.entries(entries))
    expect(Object.keys(await load()).sort(), entry).toEqual(publicNames[entry])
})

test("package.json names every entry and no other", () => {
  const named = Object.keys(exports).filter((path) => path !== "./package.json")
  expect(named.map((path) => path.replace(/^\./, "desk-filter")).sort()).toEqual(
    Object.keys(publicNames).sort(),
  )
})

test("chevrotain is the only dependency", () => {
  expect(Object.keys(dependencies)).toEqual(["chevrotain"])
})

/** What a bundler for browsers makes of a program: the files that went in, and the bytes that come out, compressed. */
async function bundle(program: string): Promise<{ inputs: string[]; bytes: number }> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: program, resolveDir: root, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    tsconfig: `${root}tsconfig.json`,
  })
  const [output] = Object.values(metafile.outputs)
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  return { inputs: inputs.map(([file]) => file), bytes: gzipSync(outputFiles[0]?.contents ?? "").length }
}

describe("a bundle for the browser", () => {
  const customers = 'import { customers } from "desk-filter/desk"\n'
  test.each([
    [
      "a client",
      `${customers}import { filterBuilder } from "desk-filter/builder"\nimport { stringify, toSearchParams } from "desk-filter/query-string"\nconsole.log(filterBuilder(customers), stringify, toSearchParams)`,
    ],
    ["a predicate", 'import { toPredicate } from "desk-filter/predicate"\nconsole.log(toPredicate)'],
    ["SQL", 'import { toSql, postgres } from "desk-filter/sql"\nconsole.log(toSql, postgres)'],
  ])("of %s has no parser in it", async (_, program) => {
    const { inputs, bytes } = await bundle(program)
    expect(inputs.filter((file) => /chevrotain|grammar|parse|check\//.test(file))).toEqual([])
    expect(inputs.length).toBeGreaterThan(3)
    expect(bytes).toBeLessThan(8000)
  })

  test("of the parser works without Node", async () => {
    const { inputs } = await bundle('import { parseFilter } from "desk-filter"\nconsole.log(parseFilter)')
    expect(inputs.some((file) => file.includes("chevrotain"))).toBe(true)
  })
})
