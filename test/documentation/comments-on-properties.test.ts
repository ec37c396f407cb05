import { readdirSync, readFileSync } from "node:fs"
import ts from "typescript"
import { describe, expect, test } from "vitest"
import { operators } from "../../src/index.ts"

const src = new URL("../../src/", import.meta.url)

/** The nodes of a source file that have a type. */
function nodesIn<Node extends ts.Node>(file: string, is: (node: ts.Node) => node is Node): Node[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(new URL(file, src), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  )
  const found: Node[] = []
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The comment above a property, which editors show on hover. */
function commentOn(property: ts.Node): string | undefined {
  const [comment] = ts.getJSDocCommentsAndTags(property)
  return comment && ts.getTextOfJSDocComment(comment.comment)
}

test("the comments on operands are the sentences that the operators declare", () => {
  const comments = nodesIn("schema/operands.ts", ts.isPropertySignature).map((property) => [
    property.name.getText(),
    commentOn(property),
  ])
  const sentences = Object.entries(operators).map(([name, { doc }]) => [name, `True when ${doc}.`])
  expect(comments).toEqual(sentences)
})

/** The description in the options of a declaration such as `field.string({ description: "The name" })`. */
function descriptionIn({ arguments: given }: ts.CallExpression): string | undefined {
  const options = given.filter(ts.isObjectLiteralExpression).flatMap(({ properties }) => [...properties])
  const description = options
    .filter(ts.isPropertyAssignment)
    .find(({ name }) => name.getText() === "description")?.initializer
  return description && ts.isStringLiteral(description) ? description.text : undefined
}

describe("the comment on each field is its description", () => {
  test.each(readdirSync(new URL("desk/", src)).filter((file) => file !== "resource.ts"))("%s", (file) => {
    const fields = nodesIn(`desk/${file}`, ts.isPropertyAssignment).flatMap((property) => {
      const { initializer } = property
      if (!ts.isCallExpression(initializer) || /^field\.(many|one)$/.test(initializer.expression.getText()))
        return []
      return [{ property, declaration: initializer }]
    })
    const names = fields.map(({ property }) => property.name.getText())
    expect(names).not.toEqual([])
    expect(fields.map(({ property }) => commentOn(property))).toEqual(
      fields.map(({ declaration }) => descriptionIn(declaration) ?? "a description"),
    )
  })
})
