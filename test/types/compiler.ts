import ts from "typescript"

const root = new URL("../../", import.meta.url).pathname

/** A type error, as an editor shows it. */
export interface CompilerError {
  readonly message: string
  /** The underlined code. */
  readonly code: string
  /** The index of its line, starting at 0. */
  readonly line: number
}

/** The type errors of a module, and the cost of checking it. */
export interface Compiled {
  readonly errors: readonly CompilerError[]
  /** The number of instantiations of generic types and signatures. */
  readonly instantiations: number
}

const file = `${root}test/types/example.ts`

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  return ts.parseJsonConfigFileContent(config, ts.sys, root).options
}

/** Type-checks a module that imports the library by its name. */
export function compile(code: string): Compiled {
  const options = compilerOptions()
  const host = ts.createCompilerHost(options)
  const program = ts.createProgram([file], options, {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    readFile: (name) => (name === file ? code : host.readFile(name)),
    getSourceFile: (name, version) =>
      name === file ? ts.createSourceFile(name, code, version) : host.getSourceFile(name, version),
  })
  const source = program.getSourceFile(file)
  const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
  return {
    errors: diagnostics.map(({ messageText, start = 0, length = 0 }) => ({
      message: ts.flattenDiagnosticMessageText(messageText, " "),
      code: code.slice(start, start + length),
      line: code.slice(0, start).split("\n").length - 1,
    })),
    instantiations: program.getInstantiationCount(),
  }
}

let code = ""
let version = 0
const service = ts.createLanguageService({
  getCompilationSettings: compilerOptions,
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : "0"),
  getScriptSnapshot: (name) => {
    const text = name === file ? code : ts.sys.readFile(name)
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
})

/** The completions that an editor offers at the bar `|` in a module, sorted by name. */
export function completions(withBar: string): string[] {
  const position = withBar.lastIndexOf("|")
  code = withBar.slice(0, position) + withBar.slice(position + 1)
  version++
  const { entries = [] } = service.getCompletionsAtPosition(file, position, {}) ?? {}
  return entries.map(({ name }) => name).sort()
}
