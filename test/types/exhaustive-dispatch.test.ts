import ts from "typescript"
import { describe, expect, test } from "vitest"
import { operators } from "../../src/index.ts"
import { fieldTypes } from "../../src/schema/types/index.ts"
import { programOf } from "../typescript.ts"

/** The names that need total dispatch, so that a name added later is not ignored. */
const names: Readonly<Record<string, ReadonlySet<string>>> = {
  operator: new Set(Object.keys(operators)),
  "field type": new Set(Object.keys(fieldTypes)),
}

/** The kinds of JSON value, which some field types are named after. */
const jsonKinds = new Set(["string", "number", "boolean"])

/** The kind of name that an expression holds, if its type is a union of at least two of these names and nothing else. */
function kindOfNames(type: ts.Type): string | undefined {
  const members = (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0,
  )
  return Object.keys(names).find(
    (kind) =>
      members.length > 1 &&
      members.every((member) => member.isStringLiteral() && names[kind]?.has(member.value)) &&
      !members.every((member) => member.isStringLiteral() && jsonKinds.has(member.value)),
  )
}

/** The expressions in a module that dispatch on names without a total table. */
function partialDispatches(program: ts.Program, file: string): string[] {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const found: string[] = []
  const report = (node: ts.Node, what: string) => {
    const { line } = ts.getLineAndCharacterOfPosition(node.getSourceFile(), node.getStart())
    found.push(`line ${line + 1}: ${what}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isSwitchStatement(node) && node.caseBlock.clauses.some(ts.isDefaultClause)) {
      const kind = kindOfNames(checker.getTypeAtLocation(node.expression))
      if (kind !== undefined) report(node, `a default branch swallows every other ${kind}`)
    }
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText())) {
      for (const [side, other] of [
        [node.left, node.right],
        [node.right, node.left],
      ] as const) {
        const kind = kindOfNames(checker.getTypeAtLocation(side))
        if (kind !== undefined && ts.isStringLiteral(other))
          report(node, `a comparison with one ${kind} decides for all others`)
      }
    }
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === "Partial") {
      for (const property of checker.getTypeAtLocation(node).getProperties().slice(0, 1))
        for (const kind of Object.keys(names))
          if (names[kind]?.has(property.name))
            report(node, `a Partial table may leave out a name of the kind ${kind}`)
    }
    ts.forEachChild(node, visit)
  }
  if (source !== undefined) visit(source)
  return found
}

const root = new URL("../../", import.meta.url).pathname
const files = ts.sys
  .readDirectory(root, [".ts"], ["node_modules", "dist"], ["src/**/*", "cli/**/*"])
  .filter((file) => !file.endsWith("/operators.ts"))
// One module imports all the files, so that one program contains all their types.
const main = `${root}test/types/exhaustive-dispatch-input.ts`
const samples: Readonly<Record<string, string>> = {
  "a default branch on an operator":
    'export const f = (o: Operator) => { switch (o) { case "$eq": return 1; default: return 2 } }',
  "a default branch on a field type":
    'export const f = (t: FieldTypeName) => { switch (t) { case "string": return 1; default: return 2 } }',
  "a comparison with an operator": 'export const f = (o: Operator) => (o === "$eq" ? 1 : 2)',
  "a comparison with a field type": 'export const f = (t: FieldTypeName) => ("datetime" !== t ? 1 : 2)',
  "a Partial table of operators": "export const table: Partial<Record<Operator, 1>> = {}",
}
const sampleFile = (i: number) => `${root}test/types/exhaustive-dispatch-sample-${i}.ts`
const texts = new Map([
  [main, files.map((file) => `import ${JSON.stringify(file)}`).join("\n")],
  ...Object.values(samples).map(
    (code, i) =>
      [
        sampleFile(i),
        `import type { FieldTypeName, Operator } from "../../src/index.ts"\nexport type Names = [FieldTypeName, Operator]\n${code}`,
      ] as const,
  ),
])
const program = programOf(texts)

describe("dispatch on an operator or on a field type is total", () => {
  test.each(files.map((file) => file.slice(root.length)))("in %s", (file) => {
    expect(program.getSourceFile(`${root}${file}`)).toBeDefined()
    expect(partialDispatches(program, `${root}${file}`)).toEqual([])
  })
})

describe("the test finds", () => {
  test.each(Object.keys(samples).map((name, i) => [name, i] as const))("%s", (_, i) => {
    expect(partialDispatches(program, sampleFile(i))).toHaveLength(1)
  })
})
