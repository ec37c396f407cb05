// biome-ignore-all format: the recipe is short
import { basename } from "node:path"
import { pathToFileURL } from "node:url"
import type { Schema } from "desk-filter"
import * as desk from "desk-filter/desk"
import { type Completion, complete, diagnose, type Edit, type FilterSymbol, format, hover, rename, symbols } from "desk-filter/editor"
import * as lsp from "vscode-languageserver/node"
import { TextDocument } from "vscode-languageserver-textdocument"

const connection = lsp.createConnection(lsp.ProposedFeatures.all)
const documents = new lsp.TextDocuments(TextDocument)
const itemKinds = { field: 5, operator: 24, logical: 14, value: 12, snippet: 15 } as const
const symbolKinds = { field: 8, operator: 25, logical: 18, filter: 19 } as const
let [schemas, snippets]: [Readonly<Record<string, Schema>>, boolean] = [desk, false]

/** The text, and its schema, which the name of the file says: customers.filter.json. */
function at({ textDocument: { uri } }: lsp.DocumentSymbolParams, position = lsp.Position.create(0, 0)) {
  const [doc, schema] = [documents.get(uri), schemas[basename(uri).split(".")[0] ?? ""]]
  if (!doc || !schema) throw new lsp.ResponseError(lsp.ErrorCodes.InvalidParams, `No schema for ${uri}`)
  const range = (span: Omit<Edit, "text">) => lsp.Range.create(doc.positionAt(span.start), doc.positionAt(span.end))
  const edit = (change: Edit) => lsp.TextEdit.replace(range(change), change.text)
  const changes = (edits: readonly Edit[]) => ({ changes: { [uri]: edits.map(edit) } })
  const problem = ({ span, message, hint, code }: ReturnType<typeof diagnose>[number]) =>
    lsp.Diagnostic.create(range(span ?? { start: 0, end: 0 }), [message, hint ?? []].flat().join("\n"), 1, code, "desk-filter")
  const symbol = ({ name, kind, detail, span, nameSpan, children }: FilterSymbol): lsp.DocumentSymbol =>
    lsp.DocumentSymbol.create(name, detail, symbolKinds[kind], range(span), range(nameSpan), children.map(symbol))
  return { schema, text: doc.getText(), offset: doc.offsetAt(position), range, edit, changes, problem, symbol }
}
function snippetOf({ edit: { start, text }, selection }: Completion): string {
  const part = (from: number, to?: number) => text.slice(from, to).replace(/[\\$}]/g, "\\$&")
  const [from, to] = [selection.start - start, selection.end - start]
  return `${part(0, from)}\${0:${part(from, to)}}${part(to)}`
}
connection.onInitialize(async ({ capabilities: { textDocument }, initializationOptions }) => {
  snippets = textDocument?.completion?.completionItem?.snippetSupport ?? false
  const path: string | undefined = initializationOptions?.schemas // a module that exports more schemas
  if (path !== undefined) schemas = { ...desk, ...(await import(pathToFileURL(path).href)) }
  const providers = { hoverProvider: true, codeActionProvider: true, renameProvider: true, documentSymbolProvider: true }
  const completionProvider = { triggerCharacters: ['"', "$", ":", "{", "[", ","] }
  return { capabilities: { ...providers, completionProvider, documentFormattingProvider: true, textDocumentSync: 2 } }
})
documents.onDidChangeContent(({ document: { uri } }) => {
  if (schemas[basename(uri).split(".")[0] ?? ""] === undefined) return
  const { schema, text, problem } = at({ textDocument: { uri } })
  connection.sendDiagnostics({ uri, diagnostics: diagnose(schema, text).map(problem) })
})
connection.onCompletion((params) => {
  const { schema, text, offset, edit } = at(params, params.position)
  return { isIncomplete: true, items: complete(schema, text, offset).map((found, i) => {
    const textEdit = { ...edit(found.edit), ...(snippets && { newText: snippetOf(found) }) }
    const order = { sortText: `${10_000 + i}`, filterText: text.slice(found.edit.start, offset) || found.label }
    const { edit: _, selection: __, ...shown } = { ...found, kind: itemKinds[found.kind] }
    return { ...shown, ...order, textEdit, insertTextFormat: snippets ? 2 : 1 }
  }) }
})
connection.onHover((params) => {
  const { schema, text, offset, range } = at(params, params.position)
  const found = hover(schema, text, offset)
  return found && { contents: { kind: "plaintext", value: found.text }, range: range(found.span) }
})
connection.onCodeAction((params) => {
  const { schema, text, problem, changes } = at(params)
  const key = ({ range, code }: lsp.Diagnostic) => JSON.stringify([range.start, range.end, code])
  return diagnose(schema, text).filter((one) => params.context.diagnostics.some((shown) => key(shown) === key(problem(one))))
    .flatMap((one) => one.fixes.map((fix) =>
      ({ title: fix.title, kind: "quickfix", diagnostics: [problem(one)], edit: changes(fix.edits) })))
})
connection.onDocumentFormatting((params) => {
  const [{ text, edit }, { insertSpaces, tabSize }] = [at(params), params.options]
  return [edit({ start: 0, end: text.length, text: format(text, { indent: insertSpaces ? tabSize : "\t" }) })]
})
connection.onDocumentSymbol((params) => symbols(at(params).schema, at(params).text).map(at(params).symbol))
connection.onRenameRequest((params) => {
  const { schema, text, offset, changes } = at(params, params.position)
  const all = (found: FilterSymbol): readonly FilterSymbol[] => [found, ...found.children.flatMap(all)]
  const field = symbols(schema, text).flatMap(all).find(({ kind, nameSpan: { start, end } }) => kind === "field" && start <= offset && offset <= end)
  return field && changes(rename(schema, text, field.name, params.newName.replace(/^"|"$/g, "")))
})
documents.listen(connection)
connection.listen()
