import { readdirSync, readFileSync } from "node:fs"
import ts from "typescript"
import { documentedIn } from "./doc-comments.ts"
import { entries } from "./examples.ts"

const src = new URL("../../src/", import.meta.url)
/** The exports of src and their documentation. */
export const documented = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => documentedIn(file, readFileSync(new URL(file, src), "utf8")))

/** The entry that exports each public value. */
export const origins = new Map<string, string>()
for (const [entry, load] of Object.entries(entries)) {
  for (const name of Object.keys(await load())) if (!origins.has(name)) origins.set(name, entry)
}

/** An example with the imports that its doc comment omits. */
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
  const types = Object.entries({
    DiagnosticParams: "desk-filter",
    Dialect: "desk-filter/sql",
    FilterInput: "desk-filter",
    RecordOf: "desk-filter",
    Schema: "desk-filter",
  })
    .filter(([name]) => used.has(name))
    .map(([name, entry]) => `import type { ${name} } from "${entry}"`)
  const lines = [...used]
    .filter((name) => origins.has(name) && !declared.has(name))
    .map((name) => `import { ${name} } from "${origins.get(name)}"`)
  return `${[...types, ...lines].join("\n")}\n${code}`
}

/** The examples of doc comments, complete with imports. */
export const examples = new Map(
  documented.flatMap(({ name, examples }) =>
    examples.map((code, i) => [i === 0 ? name : `${name}-${i}`, withImports(code)] as const),
  ),
)
