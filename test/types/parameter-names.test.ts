import ts from "typescript"
import { expect, test } from "vitest"
import { entriesIn } from "../../build/entries.ts"
import { options } from "../typescript.ts"

const root = new URL("../../", import.meta.url).pathname

/** The functions that an entry exports, and those in the objects that it exports. */
function functionsOf(
  checker: ts.TypeChecker,
  module: ts.Symbol,
): readonly (readonly [string, ts.Signature])[] {
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const type = checker.getTypeOfSymbol(exported)
    return [exported, ...type.getProperties()].flatMap((symbol) =>
      [
        ...checker.getTypeOfSymbol(symbol).getCallSignatures(),
        ...checker.getTypeOfSymbol(symbol).getConstructSignatures(),
      ].map((signature) => [`${exported.name} ${symbol.name}`, signature] as const),
    )
  })
}

// The published types would write a pattern such as { limit } instead of a name, and an editor __0.
test("every parameter of a public function has a name", () => {
  const files = entriesIn("esm").map((entry) => `${root}src/${entry}.ts`)
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  const functions = files.flatMap((file) => {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    return module === undefined ? [] : functionsOf(checker, module)
  })
  expect(functions.map(([name]) => name)).toEqual(
    expect.arrayContaining(["parseFilter parseFilter", "toSql toSql", "field enum"]),
  )
  const unnamed = functions.filter(([, { parameters }]) =>
    parameters.some(({ name }) => name.startsWith("__")),
  )
  expect(unnamed.map(([name]) => name)).toEqual([])
})
