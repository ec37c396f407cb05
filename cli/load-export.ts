import { existsSync, statSync } from "node:fs"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { oneOf } from "./suggestion.ts"
import { UsageError } from "./usage-error.ts"

/** What to look for in a module. */
export interface Expected<Value> {
  /** The word for it in messages. */
  readonly kind: string
  /** The function of desk-filter that makes one. */
  readonly madeBy: string
  is(value: unknown): value is Value
}

/**
 * Loads an export of a module: `./schemas.js#articles` names one, `./schema.js` means the default export.
 *
 * @param specifier the path of the module, relative to the folder `cwd`, optionally with `#` and a name
 * @throws UsageError when the module does not load or does not have the export
 */
export async function loadExport<Value>(
  specifier: string,
  cwd: string,
  { kind, madeBy, is }: Expected<Value>,
): Promise<Value> {
  const [, path = specifier, name = "default"] = /^(.+)#([^#]*)$/s.exec(specifier) ?? []
  const module = await importModule(path, resolve(cwd, path))
  const value = module[name]
  if (is(value)) return value
  const others = Object.keys(module).filter((other) => is(module[other]))
  throw new UsageError(
    name === "default"
      ? `The default export of ${path} is not a ${kind}`
      : `${path} exports no ${kind} named ${name}`,
    others.length === 0
      ? `export a ${kind} made by ${madeBy}`
      : oneOf(others, name, (other) => (other === "default" ? path : `${path}#${other}`)),
  )
}

async function importModule(path: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(file) || statSync(file).isDirectory())
    throw new UsageError(`There is no file ${path}`, "write a path relative to the current folder")
  try {
    return await import(pathToFileURL(file).href)
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split("\n")
    throw new UsageError(`${path} cannot be imported: ${line}`, "the file must be an ES module for Node.js")
  }
}
