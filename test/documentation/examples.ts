import ts from "typescript"
import { copiedPglite } from "../fresh-pglite.ts"
import { diagnosticsIn, programOf } from "../typescript.ts"

/** The public entries of the package, by import name. */
export const entries: Readonly<Record<string, () => Promise<object>>> = {
  "desk-filter": () => import("../../src/index.ts"),
  "desk-filter/analysis": () => import("../../src/analysis.ts"),
  "desk-filter/builder": () => import("../../src/builder.ts"),
  "desk-filter/codemirror": () => import("../../src/codemirror.ts"),
  "desk-filter/data-grid": () => import("../../src/data-grid.ts"),
  "desk-filter/desk": () => import("../../src/desk.ts"),
  "desk-filter/editor": () => import("../../src/editor.ts"),
  "desk-filter/filter-index": () => import("../../src/filter-index.ts"),
  "desk-filter/grammar": () => import("../../src/grammar.ts"),
  "desk-filter/json-schema": () => import("../../src/json-schema.ts"),
  "desk-filter/mongodb": () => import("../../src/mongodb.ts"),
  "desk-filter/predicate": () => import("../../src/predicate.ts"),
  "desk-filter/query-string": () => import("../../src/query-string.ts"),
  "desk-filter/react-querybuilder": () => import("../../src/react-querybuilder.ts"),
  "desk-filter/sql": () => import("../../src/sql.ts"),
  "desk-filter/standard-schema": () => import("../../src/standard-schema.ts"),
  "desk-filter/ucast": () => import("../../src/ucast.ts"),
}

/** A replacement for a package in examples. It behaves the same and starts faster. */
const replaced: Readonly<Record<string, () => Promise<object>>> = {
  "@electric-sql/pglite": async () => ({ PGlite: await copiedPglite() }),
}

/** The TypeScript blocks of a Markdown text. */
export function codeBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code)
}

/** Compares the value of an expression in an example with the value in the comment after it. */
type Check = (actual: unknown, expected: unknown, expression: string) => void

/**
 * Runs an example. A comment after an expression, on the same line or on the next lines, is the value
 * that the expression must have.
 *
 * @param importPackage imports the packages that the example uses
 * @returns the number of checked values
 */
export async function runExample(
  code: string,
  check: Check,
  importPackage: (name: string) => Promise<object> = (name) => import(name),
): Promise<number> {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true)
  const edits: { start: number; end: number; text: string }[] = []
  let checks = 0
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const { importClause, moduleSpecifier } = node
      const bindings = importClause?.namedBindings?.getText(source)
      const named = bindings?.replaceAll(/\btype \w+,?/g, "").replaceAll(" as ", ": ")
      const byDefault = importClause?.name && `default: ${importClause.name.text}`
      const loaded = `await load(${moduleSpecifier.getText(source)})`
      const text = importClause?.isTypeOnly
        ? ""
        : [byDefault && `{ ${byDefault} }`, named]
            .filter((names) => names !== undefined)
            .map((names) => `const ${names} = ${loaded}`)
            .join("; ")
      edits.push({ start: node.getStart(source), end: node.end, text })
    } else if (ts.isExpressionStatement(node)) {
      const expected = claimAfter(code, node.end)
      if (expected !== undefined) {
        const expression = node.expression.getText(source)
        edits.push({
          start: node.getStart(source),
          end: node.end,
          text: `;check(${expression}, (${expected}\n), ${JSON.stringify(expression)});`,
        })
        checks++
      }
    } else ts.forEachChild(node, visit)
  }
  ts.forEachChild(source, visit)
  const edited = edits.reduceRight(
    (text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end),
    code,
  )
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
  const { outputText } = ts.transpileModule(`async function example() {${edited}\n}`, {
    compilerOptions: options,
  })
  const run = new Function("load", "check", `${outputText}\nreturn example()`)
  const load = (name: string) => (entries[name] ?? replaced[name] ?? (() => importPackage(name)))()
  await run(load, check)
  return checks
}

/** The expected value: the comment on the same line, or the comment lines directly after it. */
function claimAfter(code: string, end: number): string | undefined {
  const [, sameLine] = /^[ \t]*\/\/ (.*)/.exec(code.slice(end)) ?? []
  if (sameLine !== undefined) return sameLine
  const [lines] = /^[ \t]*(?:\n[ \t]*\/\/ .*)+/.exec(code.slice(end)) ?? []
  return lines?.replaceAll(/^[ \t]*\/\/ /gm, "")
}

/** The compiler's errors for the examples, each compiled as a separate module. */
export function typeErrors(examples: ReadonlyMap<string, string>): string[] {
  const folder = new URL(".", import.meta.url).pathname
  const texts = new Map([...examples].map(([name, code]) => [`${folder}${name}.ts`, `${code}\nexport {}\n`]))
  const program = programOf(texts)
  return [...texts.keys()].flatMap((file) =>
    diagnosticsIn(program, file).map(
      ({ messageText }) =>
        `${file.slice(folder.length)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    ),
  )
}
