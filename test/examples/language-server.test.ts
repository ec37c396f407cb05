import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  type CodeAction,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node"

const root = new URL("../../", import.meta.url).pathname
const server = "examples/language-server/server.ts"
const child = spawn(process.execPath, ["--import", "tsx", server, "--stdio"], { cwd: root })
const client = createProtocolConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
)
const published = new Map<string, (diagnostics: Diagnostic[]) => void>()
let opened = 0

/** Opens a file, and waits for its diagnostics. */
async function open(text: string): Promise<{ uri: string; diagnostics: Diagnostic[] }> {
  opened += 1
  const uri = `file:///${opened}/customers.filter.json`
  const diagnostics = new Promise<Diagnostic[]>((resolve) => published.set(uri, resolve))
  const textDocument = { uri, languageId: "json", version: 1, text }
  await client.sendNotification("textDocument/didOpen", { textDocument })
  return { uri, diagnostics: await diagnostics }
}

const ask = <R>(method: string, uri: string, params: object = {}): Promise<R> =>
  client.sendRequest(method, { textDocument: { uri }, ...params })

const at = (character: number) => ({ position: { line: 0, character } })

const onLine = (start: number, end: number) => ({
  start: { line: 0, character: start },
  end: { line: 0, character: end },
})

beforeAll(async () => {
  client.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) =>
    published.get(uri)?.(diagnostics),
  )
  client.listen()
  const textDocument = { completion: { completionItem: { snippetSupport: true } } }
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: { textDocument } })
  await client.sendNotification("initialized", {})
})

afterAll(() => {
  client.dispose()
  child.kill()
})

describe("the language server", () => {
  test("has at most 80 lines", () => {
    expect(readFileSync(`${root}${server}`, "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(80)
  })

  test("completes a field, and selects its value", async () => {
    const { uri } = await open('{"sta')
    const { items } = await ask<CompletionList>("textDocument/completion", uri, at(5))
    expect(items[0]).toMatchObject({
      label: "state",
      kind: 5,
      detail: "string, may be null",
      filterText: '"sta',
      insertTextFormat: 2,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet
      textEdit: { range: onLine(1, 5), newText: '"state":"${0:}"\\}' },
    })
  })

  test("escapes the dollar of an operator", async () => {
    const { uri } = await open('{"id":{"$gt')
    const { items } = await ask<CompletionList>("textDocument/completion", uri, at(11))
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet
    expect(items[0]?.textEdit?.newText).toBe('"\\$gt":${0:0}\\}\\}')
  })

  test("explains a field", async () => {
    const { uri } = await open('{"state":"active"}')
    const found = await ask<Hover>("textDocument/hover", uri, at(3))
    expect(found.range).toEqual(onLine(1, 8))
    expect(found.contents).toMatchObject({
      kind: "plaintext",
      value: expect.stringContaining("Operators: $eq"),
    })
  })

  test("reports a mistake, and fixes it", async () => {
    const { uri, diagnostics } = await open('{"stat":"active"}')
    expect(diagnostics).toMatchObject([{ range: onLine(1, 7), code: "unknown-field", source: "desk-filter" }])
    expect(diagnostics[0]?.message).toContain('"state"')
    const context = { diagnostics }
    const actions = await ask<CodeAction[]>("textDocument/codeAction", uri, { range: onLine(1, 1), context })
    const edit = { changes: { [uri]: [{ range: onLine(1, 7), newText: '"state"' }] } }
    expect(actions).toMatchObject([{ title: 'Change to "state"', kind: "quickfix", edit }])
  })

  test("formats", async () => {
    const { uri } = await open('{"id":1.0}')
    const options = { insertSpaces: true, tabSize: 4 }
    const edits = await ask<TextEdit[]>("textDocument/formatting", uri, { options })
    expect(edits).toEqual([{ range: onLine(0, 10), newText: '{\n    "id": 1.0\n}' }])
  })

  test("lists the parts of a filter", async () => {
    const { uri } = await open('{"id":{"$gt":1}}')
    const parts = await ask<DocumentSymbol[]>("textDocument/documentSymbol", uri)
    expect(parts).toMatchObject([{ name: "id", kind: 8, children: [{ name: "$gt", kind: 25, detail: "1" }] }])
  })

  test("renames a field", async () => {
    const { uri } = await open('{"id":1,"$or":[{"id":2},{"state":"a"}]}')
    const edit = await ask<WorkspaceEdit>("textDocument/rename", uri, { ...at(3), newName: "organization" })
    expect(edit.changes?.[uri]).toHaveLength(2)
  })

  test("rejects a file without a schema", async () => {
    await expect(ask("textDocument/hover", "file:///other.json", at(0))).rejects.toThrow("No schema")
  })
})
