import ts from "typescript"

const root = new URL("../../", import.meta.url).pathname

/** A mistake, as an editor shows it. */
export interface Mistake {
  readonly message: string
  /** The code that is underlined. */
  readonly code: string
  /** The line that it is on, from 0. */
  readonly line: number
}

/** What the compiler says of a module, and what it costs it. */
export interface Compiled {
  readonly mistakes: readonly Mistake[]
  /** How many types and signatures were made of generic ones. */
  readonly instantiations: number
}

/** Type-checks a module that imports the library by its name. */
export function compile(code: string): Compiled {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const file = `${root}test/types/example.ts`
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
    mistakes: diagnostics.map(({ messageText, start = 0, length = 0 }) => ({
      message: ts.flattenDiagnosticMessageText(messageText, " "),
      code: code.slice(start, start + length),
      line: code.slice(0, start).split("\n").length - 1,
    })),
    instantiations: program.getInstantiationCount(),
  }
}
