import { readdirSync, readFileSync } from "node:fs"
import ts from "typescript"
import { describe, expect, test } from "vitest"
import { documentedIn } from "./doc-comments.ts"
import { entries, runExample, typeErrors } from "./examples.ts"

const src = new URL("../../src/", import.meta.url)
const documented = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => documentedIn(file, readFileSync(new URL(file, src), "utf8")))

/** The entry that exports each public value. */
const origins = new Map<string, string>()
for (const [entry, load] of Object.entries(entries)) {
  for (const name of Object.keys(await load())) if (!origins.has(name)) origins.set(name, entry)
}

/** An example with its imports added, because doc comments leave them out. */
function withImports(code: string): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true)
  const used = new Set<string>()
  const declared = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text)
    if ((ts.isVariableDeclaration(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name))
      declared.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  const types = Object.entries({ FilterInput: "desk-filter", Dialect: "desk-filter/sql" })
    .filter(([name]) => used.has(name))
    .map(([name, entry]) => `import type { ${name} } from "${entry}"`)
  const lines = [...used]
    .filter((name) => origins.has(name) && !declared.has(name))
    .map((name) => `import { ${name} } from "${origins.get(name)}"`)
  return `${[...types, ...lines].join("\n")}\n${code}`
}

const examples = new Map(
  documented.flatMap(({ name, examples }) =>
    examples.map((code, i) => [i === 0 ? name : `${name}-${i}`, withImports(code)] as const),
  ),
)

describe("the examples of doc comments", () => {
  test.each([...examples])("%s evaluates to the values in its comments", async (_, code) => {
    await runExample(code, (actual, expected, expression) => expect(actual, expression).toEqual(expected))
  })

  test("have no type errors", () => {
    expect(typeErrors(examples)).toEqual([])
  })

  test("have enough values to check", async () => {
    let checked = 0
    for (const code of examples.values()) checked += await runExample(code, () => {})
    expect(checked).toBeGreaterThan(15)
  })
})

describe("every public function and class has a doc comment with an example", () => {
  test.each([...origins.keys()])("%s", (name) => {
    const declaration = documented.find((candidate) => candidate.name === name)
    expect(declaration?.hasComment).toBe(true)
    if (declaration?.isFunction) expect(declaration.examples).not.toEqual([])
  })
})
