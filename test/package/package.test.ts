import { readFileSync } from "node:fs"
import { runInNewContext } from "node:vm"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { describe, expect, test } from "vitest"
import { entries } from "../documentation/examples.ts"
import { publicNames } from "./entries.ts"

const root = new URL("../../", import.meta.url).pathname
const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"))

test("every entry exports exactly its public names", async () => {
  expect(Object.keys(entries)).toEqual(Object.keys(publicNames))
  for (const [entry, load] of Object.entries(entries))
    expect(Object.keys(await load()).sort(), entry).toEqual(publicNames[entry])
})

test("the package has no dependency, and needs no peer", () => {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies, peerDependenciesMeta } = manifest
  expect({ ...dependencies, ...optionalDependencies }).toEqual({})
  for (const peer of Object.keys(peerDependencies))
    expect(peerDependenciesMeta[peer]).toEqual({ optional: true })
})

/** Bundles a program for browsers. Returns the bundled files, the text, and its size after gzip. */
async function bundle(
  program: string,
): Promise<{ readonly inputs: readonly string[]; readonly text: string; readonly bytes: number }> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: program, resolveDir: root, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "iife",
    platform: "browser",
    tsconfig: `${root}tsconfig.json`,
  })
  const [output] = Object.values(metafile.outputs)
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  const text = outputFiles[0]?.text ?? ""
  return { inputs: inputs.map(([file]) => file), text, bytes: gzipSync(text).length }
}

/** Names of chevrotain that survive minification. */
const parserNames = ["EmbeddedActionsParser", "NoViableAltException", "chevrotain"]

/** Programs that do not need the parser, and their output. */
const client = `
import { customers } from "desk-filter/desk"
import { filterBuilder } from "desk-filter/builder"
import { toSearchParams } from "desk-filter/query-string"
const { and, eq, gte } = filterBuilder(customers)
print(String(toSearchParams(and(eq("id", 7), gte("createdAt", new Date(0))))))`
const withoutParser: Readonly<Record<string, readonly [program: string, printed: string]>> = {
  "a client": [
    client,
    "filter=%7B%22id%22%3A7%2C%22createdAt%22%3A%7B%22%24gte%22%3A%221970-01-01T00%3A00%3A00Z%22%7D%7D",
  ],
  "a predicate": [
    `import { customers } from "desk-filter/desk"
     import { filterBuilder } from "desk-filter/builder"
     import { toPredicate } from "desk-filter/predicate"
     print(String(toPredicate(filterBuilder(customers).eq("id", 7))({ id: 7 })))`,
    "true",
  ],
  SQL: [
    `import { customers } from "desk-filter/desk"
     import { filterBuilder } from "desk-filter/builder"
     import { postgres, toSql } from "desk-filter/sql"
     print(toSql(filterBuilder(customers).eq("id", 7), postgres).text)`,
    '"id" = $1::bigint',
  ],
  "an analysis": [
    `import { customers } from "desk-filter/desk"
     import { describe } from "desk-filter/analysis"
     import { filterBuilder } from "desk-filter/builder"
     print(describe(filterBuilder(customers).eq("id", 7)))`,
    "id is 7",
  ],
}

/** Runs a bundle with only the globals that both browsers and Node.js have. */
function run(text: string): readonly string[] {
  const printed: string[] = []
  runInNewContext(text, { print: (line: string) => printed.push(line), URLSearchParams, URL, console })
  return printed
}

describe("a bundle for the browser", () => {
  test.each(Object.entries(withoutParser))(
    "of %s works and does not contain the parser",
    async (_, [program, printed]) => {
      const { inputs, text } = await bundle(program)
      expect(inputs.filter((file) => /chevrotain|grammar|parse/.test(file))).toEqual([])
      expect(parserNames.filter((name) => text.includes(name))).toEqual([])
      expect(run(text)).toEqual([printed])
    },
  )

  test("of a client adds at most 5 kB to its schema, check rules and hints included", async () => {
    const schema = await bundle('import { customers } from "desk-filter/desk"\nprint(customers)')
    expect((await bundle(client)).bytes - schema.bytes).toBeLessThan(5120)
  })

  test("of the parser works without Node.js and does not contain chevrotain", async () => {
    const { text, inputs } = await bundle(`
      import { customers } from "desk-filter/desk"
      import { parseFilter, safeParseFilter } from "desk-filter"
      print(parseFilter(customers, '{"id":{"$in":["7",8]}}').values.join())
      const result = safeParseFilter(customers, '{"id":7')
      print(result.ok ? "" : result.error.diagnostics[0].message)`)
    expect(run(text)).toEqual(["7,8", 'The text ends too early: expected "," or "}"'])
    expect(inputs.filter((file) => file.includes("node_modules"))).toEqual([])
    expect(inputs.filter((file) => file.includes("grammar/"))).not.toEqual([])
  })
})
