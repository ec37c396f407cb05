import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { toJsonSchema, toOpenApiComponents, toOpenApiParameter } from "../../src/json-schema.ts"
import { Editor } from "./editor.ts"
import { compileErrors, generatedTypes } from "./open-api-tools.ts"

const page = readFileSync(new URL("../../docs/json-schema.md", import.meta.url), "utf8")

describe("the messages of an editor in docs/json-schema.md", () => {
  const plain = new Editor(toJsonSchema(customers))
  const helpful = new Editor(toJsonSchema(customers, { errorMessages: true }))
  const rows = [...page.matchAll(/^\| `(\{.*\})` \| (.+) \| (.+) \|$/gm)].map(
    ([, text = "", without = "", withMessages = ""]) => ({
      text,
      without,
      withMessages: withMessages === "the same" ? without : withMessages,
    }),
  )

  test("are those of five mistakes", () => {
    expect(rows).toHaveLength(5)
  })

  test.each(rows)("of $text", async ({ text, without, withMessages }) => {
    expect((await plain.problems(text)).map(({ message }) => message)).toEqual([without])
    expect((await helpful.problems(text)).map(({ message }) => message)).toEqual([withMessages])
  })
})

describe("the programs with generated types in docs/json-schema.md", () => {
  const programs = [...page.matchAll(/^```typescript\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code)
  let types: string
  beforeAll(async () => {
    const at = "#/components/schemas/CustomerFilter"
    types = await generatedTypes({
      openapi: "3.1.0",
      info: { title: "Customers", version: "2" },
      paths: { "/customers.json": { get: { parameters: [toOpenApiParameter(customers, { at })] } } },
      components: { schemas: toOpenApiComponents(customers, { at }) },
    })
  })

  test("are two", () => {
    expect(programs).toHaveLength(2)
  })

  test.each(programs)("have exactly the errors that their comments announce: %s", (program) => {
    const announced = program.split("\n").flatMap((line, i) => (line.includes("// error:") ? [i] : []))
    expect(announced).toHaveLength(1)
    expect(compileErrors(types, program).map(({ line }) => line)).toEqual(announced)
  })
})
