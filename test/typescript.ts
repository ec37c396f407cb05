import ts from "typescript"

const root = new URL("../", import.meta.url).pathname
const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)

/** The options of tsconfig.json. */
export const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)

const host = ts.createCompilerHost(options)
/** The files on disk, which all programs share: most of them declare TypeScript's own library. */
const parsed = new Map<string, ts.SourceFile | undefined>()
const resolutions = ts.createModuleResolutionCache(root, (name) => name, options)

/** A program of modules that exist in memory only. They may import files on disk. */
export function programOf(texts: ReadonlyMap<string, string>): ts.Program {
  return ts.createProgram([...texts.keys()], options, {
    ...host,
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    getModuleResolutionCache: () => resolutions,
    getSourceFile: (file, version) => {
      const text = texts.get(file)
      if (text !== undefined) return ts.createSourceFile(file, text, version)
      if (!parsed.has(file)) parsed.set(file, host.getSourceFile(file, version))
      return parsed.get(file)
    },
  })
}

/** The errors that the compiler reports in one file of a program. */
export function diagnosticsIn(program: ts.Program, file: string): readonly ts.Diagnostic[] {
  const source = program.getSourceFile(file)
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
}
