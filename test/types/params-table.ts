import ts from "typescript"
import { programOf } from "../typescript.ts"

const file = new URL("../../src/diagnostics/params.ts", import.meta.url).pathname

/** What the types declare: a row for each set of params that a code may have. */
export function paramsTable(): string[][] {
  const program = programOf(new Map([["params-table.ts", `import {} from "${file}"`]]))
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const declaration = source?.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === "DiagnosticParams",
  )
  if (declaration === undefined) throw new Error("params.ts must declare DiagnosticParams")
  return checker
    .getTypeAtLocation(declaration)
    .getProperties()
    .flatMap((code) => variantsOf(checker.getTypeOfSymbol(code), checker).map((row) => [code.name, ...row]))
}

/** The discriminators and the names of the other params, for each member of a union. */
function variantsOf(params: ts.Type, checker: ts.TypeChecker): [discriminators: string, names: string][] {
  return (params.isUnion() ? params.types : [params]).map((member) => {
    const properties = member.getProperties()
    const isDiscriminator = ({ name }: ts.Symbol) => name === "reason" || name === "limit"
    const discriminators = properties.filter(isDiscriminator).flatMap((property) => {
      const type = checker.getTypeOfSymbol(property)
      return (type.isUnion() ? type.types : [type]).map((literal) => (literal as ts.StringLiteralType).value)
    })
    const names = properties
      .filter((property) => !isDiscriminator(property))
      .map(({ name, flags }) => ((flags & ts.SymbolFlags.Optional) === 0 ? name : `${name}?`))
    return [inCode(discriminators), inCode(names)]
  })
}

function inCode(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ")
}
