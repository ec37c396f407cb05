import ts from "typescript"
import { expect, test } from "vitest"
import { examplesFor } from "../documentation/docs.ts"

const folder = new URL(".", import.meta.url).pathname
const { config } = ts.readConfigFile(`${folder}tsconfig.json`, ts.sys.readFile)
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, folder)

// `npm run typecheck` leaves this folder out, because it does not install the packages.
test("neither the recipes nor the files of this suite have a type error", () => {
  const recipes = new Map(
    examplesFor("drivers", "drivers.md").map(([heading, code]) => [
      `${folder}recipe-${heading.replaceAll(/\W/g, "-")}.ts`,
      `${code}\nexport {}\n`,
    ]),
  )
  const host = ts.createCompilerHost(options)
  const program = ts.createProgram([...fileNames, ...recipes.keys()], options, {
    ...host,
    fileExists: (file) => recipes.has(file) || host.fileExists(file),
    readFile: (file) => recipes.get(file) ?? host.readFile(file),
    getSourceFile(file, version) {
      const recipe = recipes.get(file)
      return recipe === undefined
        ? host.getSourceFile(file, version)
        : ts.createSourceFile(file, recipe, version)
    },
  })
  expect(recipes.size).toBeGreaterThan(7)
  expect(fileNames.length).toBeGreaterThan(5)
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.slice(folder.length)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    )
  expect(errors).toEqual([])
})
