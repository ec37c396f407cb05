import { join } from "node:path"
import ts from "typescript"
import { expect, test } from "vitest"

const here = import.meta.dirname
const root = join(here, "../..")
const packages = join(here, "node_modules")

/** The errors of the compiler, with the types of one version of React Query Builder. */
function errorsWith(version: string): readonly string[] {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const file = join(here, "types/query-builder.tsx")
  const program = ts.createProgram([file], {
    ...options,
    jsx: ts.JsxEmit.ReactJSX,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: { ...options.paths, "react-querybuilder": [join(packages, version)] },
    pathsBasePath: root,
    types: [],
    typeRoots: [join(packages, "@types")],
  })
  const resolved = program.getSourceFiles().filter(({ fileName }) => fileName.includes("/react-querybuilder"))
  expect(resolved.some(({ fileName }) => fileName.includes(`/${version}/dist/`))).toBe(true)
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    )
}

test.each(["react-querybuilder", "react-querybuilder-7"])("the types of %s accept the results", (version) => {
  expect(errorsWith(version)).toEqual([])
})
