import ts from "typescript"
import { diagnosticsIn, options, programOf } from "../typescript.ts"

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

/** Type-checks a module that imports the library by its name. */
export function compile(code: string): Compiled {
  const program = programOf(new Map([[file, code]]))
  return {
    errors: diagnosticsIn(program, file).map(({ messageText, start = 0, length = 0 }) => ({
      message: ts.flattenDiagnosticMessageText(messageText, " "),
      code: code.slice(start, start + length),
      line: code.slice(0, start).split("\n").length - 1,
    })),
    instantiations: program.getInstantiationCount(),
  }
}

/** The completions that an editor offers at the bar in each line of a module, sorted by name. The lines follow the prelude. */
export function completions(prelude: string, lines: readonly string[]): string[][] {
  return atBars(prelude, lines, (service, position) => {
    const { entries = [] } = service.getCompletionsAtPosition(file, position, {}) ?? {}
    return entries.map(({ name }) => name).sort()
  })
}

/** What an editor shows on hover. */
export interface Hover {
  /** The kind, the name and the type: `const x: number`. */
  readonly code: string
  /** The comment on the declaration. */
  readonly comment: string
}

/** What an editor shows at the bar in each line of a module. The lines follow the prelude. */
export function hovers(prelude: string, lines: readonly string[]): Hover[] {
  return atBars(prelude, lines, (service, position) => {
    const { displayParts, documentation } = service.getQuickInfoAtPosition(file, position) ?? {}
    return { code: ts.displayPartsToString(displayParts), comment: ts.displayPartsToString(documentation) }
  })
}

function atBars<Answer>(
  prelude: string,
  lines: readonly string[],
  ask: (service: ts.LanguageService, position: number) => Answer,
): Answer[] {
  let code = prelude
  const positions = lines.map((line) => {
    const bar = line.lastIndexOf("|")
    const position = code.length + bar
    code += `${line.slice(0, bar)}${line.slice(bar + 1)}\n`
    return position
  })
  // All lines are in one module: each change of a module makes the compiler infer every type again.
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "0",
    getScriptSnapshot: (name) => {
      const text = name === file ? code : ts.sys.readFile(name)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
  })
  return positions.map((position) => ask(service, position))
}
