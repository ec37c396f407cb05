import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import ts from "typescript"
import { describe, expect, test } from "vitest"

/** Every module of the library and of the command line, and what it may import. All other imports are forbidden. */
const table: Readonly<Record<string, readonly string[]>> = {
  // The parser of the language, and recovery from syntax errors.
  grammar: ["syntax"],
  // The definition of the syntax, and the generators that read it.
  "grammar/definition": ["chevrotain", "grammar"],
  "grammar/tools": [
    ...["chevrotain", "grammar", "grammar/definition", "node:fs/promises", "railroad-diagrams", "syntax"],
  ],
  // Primitives that do not depend on filters.
  text: [],
  // The syntax tree.
  syntax: [],
  // Reports of mistakes in a filter.
  diagnostics: ["syntax", "text"],
  // The schema: fields, their types, operators.
  schema: ["diagnostics", "syntax", "text"],
  // The typed filter.
  filter: ["diagnostics", "schema"],
  // What a condition means for a record. It is a backend of its own, because analyses use it too.
  "backends/predicate": ["filter", "schema", "text"],
  // How a filter is written. Analyses tell where a condition is in the text.
  "backends/query-string": ["diagnostics", "filter", "schema", "text"],
  // Analyses and transformations of a filter.
  analysis: [
    ...["backends/predicate", "backends/query-string", "diagnostics", "filter", "schema", "syntax", "text"],
  ],
  // Many filters: which of them match a record.
  "filter-index": ["backends/predicate", "filter", "schema", "text"],
  // From a text or a value to a syntax tree, then to a filter.
  check: ["analysis", "diagnostics", "filter", "schema", "syntax", "text"],
  read: ["check", "diagnostics", "filter", "grammar", "schema", "syntax", "text"],
  build: ["check", "diagnostics", "filter", "schema", "syntax", "text"],
  // The definition of the syntax at run time, for tool authors.
  "live-grammar": ["chevrotain", "grammar", "grammar/definition", "read", "syntax", "text"],
  // The builder and the backends.
  backends: ["diagnostics", "filter", "schema", "text"],
  "json-schema": ["read", "schema"],
  "standard-schema": ["diagnostics", "filter", "json-schema", "read", "schema"],
  // What an editor offers for the text of a filter.
  editor: ["check", "diagnostics", "grammar", "read", "schema", "syntax", "text"],
  codemirror: [
    ...["@codemirror/autocomplete", "@codemirror/language", "@codemirror/lint", "@codemirror/state"],
    ...[
      "@codemirror/view",
      "@lezer/common",
      "@lezer/highlight",
      "editor",
      "grammar",
      "read",
      "schema",
      "syntax",
    ],
  ],
  // From and to the models of other programs.
  bridges: ["build", "check", "diagnostics", "filter", "read", "schema", "text"],
  "bridges/data-grid": ["bridges", "check", "diagnostics", "filter", "read", "schema", "text"],
  "bridges/react-querybuilder": [
    ...["bridges", "check", "diagnostics", "filter", "react-querybuilder", "read", "schema", "text"],
  ],
  "bridges/ucast": [
    ...["@ucast/core", "bridges", "check", "diagnostics", "filter", "read", "schema", "text"],
  ],
  desk: ["schema"],
  // The entries of the package, which nothing imports.
  "entry/analysis": ["analysis"],
  "entry/builder": ["build", "filter", "schema"],
  "entry/codemirror": ["codemirror"],
  "entry/data-grid": ["bridges/data-grid"],
  "entry/desk": ["desk"],
  "entry/editor": ["editor", "syntax"],
  "entry/filter-index": ["filter-index"],
  "entry/grammar": ["live-grammar", "syntax"],
  "entry/index": ["analysis", "backends", "diagnostics", "filter", "read", "schema", "syntax", "text"],
  "entry/json-schema": ["json-schema"],
  "entry/mongodb": ["backends"],
  "entry/predicate": ["backends/predicate"],
  "entry/query-string": ["backends/query-string", "read", "text"],
  "entry/react-querybuilder": ["bridges/react-querybuilder", "filter", "read"],
  "entry/sql": ["backends"],
  "entry/standard-schema": ["standard-schema"],
  "entry/ucast": ["bridges/ucast"],
  // The command line: a program that uses the package, and that nothing imports.
  "cli/usage-error": [],
  "cli/paint": [],
  "cli/visible": ["text"],
  "cli/json": ["cli/visible"],
  "cli/encoding-error": [],
  "cli/record": ["desk-filter", "text"],
  "cli/standard-input": ["cli/encoding-error"],
  "cli/suggestion": ["diagnostics"],
  "cli/options": ["desk-filter", "desk-filter/sql"],
  "cli/parse-options": ["cli/options", "cli/usage-error", "desk-filter"],
  "cli/load-export": ["cli/suggestion", "cli/usage-error", "node:fs", "node:path", "node:url"],
  "cli/load-schema": [
    ...["cli/load-export", "cli/suggestion", "cli/usage-error", "desk-filter", "desk-filter/desk"],
  ],
  "cli/commands": [
    ...["cli/json", "cli/load-export", "cli/options", "cli/paint", "cli/record", "cli/usage-error"],
    ...["cli/visible", "desk-filter", "desk-filter/analysis", "desk-filter/query-string", "desk-filter/sql"],
  ],
  "cli/arguments": ["cli/commands", "cli/options", "cli/suggestion", "cli/usage-error", "node:util"],
  "cli/help": ["cli/commands", "cli/load-schema", "cli/options"],
  "cli/failure": [
    ...["cli/encoding-error", "cli/paint", "cli/record", "cli/usage-error", "cli/visible", "desk-filter"],
  ],
  "cli/printer": ["cli/commands", "cli/failure", "cli/json", "cli/paint"],
  "cli/lines": [
    ...["cli/commands", "cli/encoding-error", "cli/failure", "cli/printer", "cli/standard-input"],
    "desk-filter",
  ],
  "cli/run": [
    ...["cli/arguments", "cli/commands", "cli/encoding-error", "cli/failure", "cli/help", "cli/lines"],
    ...["cli/load-schema", "cli/options", "cli/paint", "cli/parse-options", "cli/printer", "cli/record"],
    ...["cli/standard-input", "cli/usage-error", "desk-filter", "desk-filter/query-string"],
  ],
  "cli/main": ["cli/run", "node:fs"],
}

const root = resolve(import.meta.dirname, "..")
const files = ["src", "grammar", "cli"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith(".ts"))

interface Import {
  /** A file by its path, a package by its name. */
  readonly from: string
  readonly isTypeOnly: boolean
}

/** The imports and re-exports of a file. */
function importStatementsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest)
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
    const from = statement.moduleSpecifier
    if (from === undefined || !ts.isStringLiteral(from)) return []
    const isTypeOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly
    const path = from.text.startsWith(".")
      ? relative(root, resolve(root, dirname(file), from.text))
      : from.text
    return [{ from: path, isTypeOnly }]
  })
}

/** The targets of the imports and re-exports of a file, including type-only ones. */
function importsOf(file: string): string[] {
  return importStatementsOf(file).map(({ from }) => from)
}

/** The line of the table that a file belongs to. */
function moduleOf(file: string): string {
  if (!file.endsWith(".ts")) return file
  const [top = "", name = "", ...rest] = file.split("/")
  if (top === "grammar") {
    if (name === "tools") return "grammar/tools"
    return ["grammar.ts", "rules.ts", "tokens.ts"].includes(name) ? "grammar/definition" : "grammar"
  }
  if (name === "backends" && ["predicate", "query-string"].includes(rest[0] ?? ""))
    return `backends/${rest[0]}`
  if (name === "bridges" && rest.length > 1) return `bridges/${rest[0]}`
  if (top === "cli") return `cli/${name.replace(/\.ts$/, "")}`
  return rest.length === 0 ? `entry/${name.replace(/\.ts$/, "")}` : name
}

test("every file belongs to a line of the table, and every line has a file", () => {
  expect(new Set(files.map(moduleOf))).toEqual(new Set(Object.keys(table)))
})

describe("each file has only allowed imports", () => {
  test.each(files)("%s", (file) => {
    const module = moduleOf(file)
    const foreign = importsOf(file)
      .map(moduleOf)
      .filter((imported) => imported !== module)
    expect(foreign.filter((imported) => !table[module]?.includes(imported))).toEqual([])
  })
})

test("the grammar imports only types from the source folder", () => {
  const imports = files
    .filter((file) => file.startsWith("grammar/"))
    .flatMap(importStatementsOf)
    .filter(({ from }) => from.startsWith("src/"))
  expect(imports).not.toEqual([])
  expect(imports.filter(({ isTypeOnly }) => !isTypeOnly)).toEqual([])
})

/** Every module and package that a module reaches. */
function reachedFrom(module: string, reached = new Set<string>()): ReadonlySet<string> {
  for (const imported of table[module] ?? []) {
    if (reached.has(imported)) continue
    reached.add(imported)
    reachedFrom(imported, reached)
  }
  return reached
}

test("only the grammar for tool authors, the extension of CodeMirror and some bridges reach a package", () => {
  const isPackage = (imported: string) => !(imported in table)
  const packagesOf = Object.keys(table)
    .filter((module) => module.startsWith("entry/"))
    .map((entry) => [entry, [...reachedFrom(entry)].filter(isPackage)] as const)
  expect(packagesOf.filter(([, packages]) => packages.length > 0)).toEqual([
    [
      "entry/codemirror",
      [
        "@codemirror/autocomplete",
        "@codemirror/language",
        "@codemirror/lint",
        "@codemirror/state",
        "@codemirror/view",
        "@lezer/common",
        "@lezer/highlight",
      ],
    ],
    ["entry/grammar", ["chevrotain"]],
    ["entry/react-querybuilder", ["react-querybuilder"]],
    ["entry/ucast", ["@ucast/core"]],
  ])
})

test("the table allows only imports that a file needs", () => {
  const used = new Set(
    files.flatMap((file) => importsOf(file).map((imported) => `${moduleOf(file)} → ${moduleOf(imported)}`)),
  )
  const allowed = Object.entries(table).flatMap(([module, imports]) =>
    imports.map((imported) => `${module} → ${imported}`),
  )
  expect(allowed.filter((line) => !used.has(line))).toEqual([])
})

/** A cycle through a node, if one exists. */
function circle(nodes: Iterable<string>, next: (node: string) => readonly string[]): string[] | undefined {
  const done = new Set<string>()
  const walk = (node: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node]
    if (done.has(node)) return undefined
    for (const following of next(node)) {
      const found = walk(following, [...way, node])
      if (found !== undefined) return found
    }
    done.add(node)
    return undefined
  }
  for (const node of nodes) {
    const found = walk(node, [])
    if (found !== undefined) return found
  }
  return undefined
}

test("neither files nor modules have circular imports", () => {
  expect(
    circle(files, (file) => importsOf(file).filter((imported) => imported.endsWith(".ts"))),
  ).toBeUndefined()
  expect(circle(Object.keys(table), (module) => table[module] ?? [])).toBeUndefined()
  // The search finds a cycle if one exists.
  expect(circle(["a"], (node) => (node === "a" ? ["b"] : ["a"]))).toEqual(["a", "b", "a"])
})

test("no file has a default export", () => {
  expect(files.filter((file) => /^export default/m.test(readFileSync(join(root, file), "utf8")))).toEqual([])
})
