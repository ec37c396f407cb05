// @vitest-environment happy-dom
import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as react from "react"
import { act, createElement, type FunctionComponent } from "react"
import * as jsxRuntime from "react/jsx-runtime"
import { createRoot } from "react-dom/client"
import * as queryBuilder from "react-querybuilder"
import ts from "typescript"
import { expect, test } from "vitest"
import * as desk from "../../src/desk.ts"
import type { Diagnostic, Filter } from "../../src/index.ts"
import * as main from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import * as reactQueryBuilder from "../../src/react-querybuilder.ts"

const page = readFileSync(join(import.meta.dirname, "../../docs/bridges.md"), "utf8")

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

interface Props {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly onMistakes: (mistakes: readonly Diagnostic[]) => void
}

/** The component of the first example with JSX on the page. */
function exampleComponent(): FunctionComponent<Props> {
  const [, code = ""] = /^```tsx\n([\s\S]*?)^```$/m.exec(page) ?? []
  const { outputText } = ts.transpileModule(`${code}\nexport { CustomerFilter }`, {
    compilerOptions: {
      jsx: ts.JsxEmit.ReactJSX,
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
    },
  })
  const modules: Readonly<Record<string, unknown>> = {
    react,
    "react/jsx-runtime": jsxRuntime,
    "react-querybuilder": queryBuilder,
    "desk-filter": main,
    "desk-filter/desk": desk,
    "desk-filter/react-querybuilder": reactQueryBuilder,
  }
  const exported: { CustomerFilter?: FunctionComponent<Props> } = {}
  new Function("exports", "require", outputText)(exported, (name: string) => modules[name])
  return exported.CustomerFilter as FunctionComponent<Props>
}

async function searched(text: string): Promise<readonly string[]> {
  const found: string[] = []
  const element = document.createElement("div")
  const root = createRoot(element)
  const props: Props = {
    filter: main.parseFilter(desk.customers, text) as Filter,
    onFilter: (filter) => found.push(stringify(filter)),
    onMistakes: (mistakes) => found.push(...mistakes.map(({ code, path }) => `${code} ${path.join("/")}`)),
  }
  const CustomerFilter = exampleComponent()
  await act(async () => root.render(createElement(CustomerFilter, props)))
  const buttons = [...element.querySelectorAll("button")]
  await act(async () => buttons.at(-1)?.click())
  await act(async () => buttons.find(({ title }) => title === "Add rule")?.click())
  await act(async () => buttons.at(-1)?.click())
  await act(async () => root.unmount())
  return found
}

test("the component on the page searches, and shows that a new rule has no value", async () => {
  expect(await searched('{"state":"active","firstName":"Ann"}')).toEqual([
    '{"state":"active","firstName":"Ann"}',
    "incomplete-rule rules/2",
  ])
})
