import ts from "typescript"

/** An exported declaration and the examples in its doc comment. */
export interface Documented {
  readonly file: string
  readonly name: string
  readonly isFunction: boolean
  readonly hasComment: boolean
  readonly examples: readonly string[]
}

/** The exported declarations of a source file, with the examples of each. */
export function documentedIn(file: string, text: string): Documented[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return source.statements.flatMap((statement) => {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!exported) return []
    const comments = ts.getJSDocCommentsAndTags(statement)
    const examples = ts
      .getJSDocTags(statement)
      .filter(({ tagName }) => tagName.text === "example")
      .map(({ comment }) => /```ts\n([\s\S]*?)```/.exec(ts.getTextOfJSDocComment(comment) ?? "")?.[1] ?? "")
    return namesOf(statement).map((name) => ({
      file,
      name,
      isFunction: ts.isFunctionDeclaration(statement),
      hasComment: comments.length > 0,
      examples,
    }))
  })
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  }
  const { name } = statement as ts.Statement & { name?: ts.Identifier }
  return name === undefined ? [] : [name.text]
}
