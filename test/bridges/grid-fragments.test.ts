import ts from "typescript"
import { expect, test } from "vitest"
import * as dataGrid from "../../src/data-grid.ts"
import { customers, tickets } from "../../src/desk.ts"
import * as queryString from "../../src/query-string.ts"
import { pageOf } from "../documentation/docs.ts"

/** The code in the browser of a section of docs/bridges.md. */
function fragmentOf(section: string): string {
  const [, text = ""] = pageOf("bridges.md").split(`\n## ${section}\n`)
  return /^```(?:tsx|js)\n([\s\S]*?)^```$/m.exec(text)?.[1] ?? ""
}

/** Runs a fragment with what surrounds it in a program, and returns the addresses that it asks for. */
async function run(code: string, surroundings: Readonly<Record<string, unknown>>): Promise<string[]> {
  const addresses: string[] = []
  const fetch = async (address: string) => {
    addresses.push(address)
    return { json: () => [] }
  }
  const modules: Readonly<Record<string, unknown>> = {
    "desk-filter/data-grid": dataGrid,
    "desk-filter/desk": { customers },
    "desk-filter/query-string": queryString,
  }
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: {
      jsx: ts.JsxEmit.React,
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
    },
  })
  const given = { fetch, require: (name: string) => modules[name], exports: {}, ...surroundings }
  await new Function(...Object.keys(given), `return (async () => { ${outputText} })()`)(
    ...Object.values(given),
  )
  return addresses
}

const filterOf = (address: string, name: string) =>
  JSON.parse(new URL(address, "https://example.com").searchParams.get(name) ?? "")

test("MUI X Data Grid", async () => {
  const model = { items: [{ id: 1, field: "firstName", operator: "contains", value: "Lee" }] }
  const React = {
    createElement: (_: unknown, props: { readonly onFilterModelChange: (model: object) => void }) =>
      props.onFilterModelChange(model),
  }
  const surroundings = { React, DataGrid: "DataGrid", columns: [], rows: [], showRows: () => {} }
  const [address = "", ...more] = await run(fragmentOf("MUI X Data Grid"), surroundings)
  expect(more).toEqual([])
  const filter = dataGrid.fromMuiFilterModel(customers, filterOf(address, "model"))
  expect(queryString.stringify(filter)).toBe('{"firstName":{"$contains":"Lee"}}')
})

test("TanStack Table", async () => {
  const columnFilters = [{ id: "id", value: [1, ""] }]
  const surroundings = {
    useTable: () => ({}),
    ...{ features: {}, columns: [], data: [], columnFilters, setColumnFilters: () => {} },
  }
  const [address = "", ...more] = await run(fragmentOf("TanStack Table"), surroundings)
  expect(more).toEqual([])
  const filter = dataGrid.fromColumnFilters(tickets, filterOf(address, "filters"))
  expect(queryString.stringify(filter)).toBe('{"id":{"$gte":1}}')
})

interface Request {
  readonly startRow: number
  readonly filterModel: unknown
  readonly successCallback: () => void
  readonly failCallback: () => void
}

test("AG Grid", async () => {
  const ends: string[] = []
  const ask = (getRows: (request: Request) => Promise<void>, filterModel: unknown) =>
    getRows({
      startRow: 0,
      filterModel,
      successCallback: () => ends.push("success"),
      failCallback: () => ends.push("failure"),
    })
  let asked: Promise<void> | undefined
  const createGrid = (
    _: unknown,
    { datasource }: { readonly datasource: { getRows: (request: Request) => Promise<void> } },
  ) => {
    asked = ask(datasource.getRows, { id: { filterType: "number", type: "greaterThan", filter: 5 } }).then(
      () => ask(datasource.getRows, { firstName: { filterType: "text", type: "endsWith", filter: "a" } }),
    )
  }
  const addresses = await run(fragmentOf("AG Grid"), { createGrid, element: {} })
  await asked
  expect(addresses.map(decodeURIComponent)).toEqual(['/customers?filter={"id":{"$gt":5}}&offset=0'])
  expect(ends).toEqual(["success", "failure"])
})
