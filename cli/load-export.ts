import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { UsageError } from "./usage-error.ts"

/**
 * Loads what a module exports: `./schemas.js#articles` by name, `./schema.js` by default.
 *
 * @param place the path of the module, from the folder `cwd`, and the name after `#`
 * @param kind what is looked for, to follow "no" in a sentence
 * @throws UsageError when there is no such module or export, or the module does not load
 */
export async function loadExport<Value>(
  place: string,
  cwd: string,
  kind: string,
  is: (value: unknown) => value is Value,
): Promise<Value> {
  const [, path = place, name = "default"] = /^(.*)#([^#]*)$/.exec(place) ?? []
  const module = await load(path, resolve(cwd, path))
  const value = module[name]
  if (is(value)) return value
  const others = Object.keys(module).filter((other) => is(module[other]))
  throw new UsageError(
    name === "default" ? `${path} exports no ${kind} by default` : `${path} exports no ${kind} as ${name}`,
    others.length === 0
      ? `export one: desk-filter makes a ${kind} and the module exports it`
      : `it exports ${others.map((other) => (other === "default" ? path : `${path}#${other}`)).join(", ")}`,
  )
}

async function load(path: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(file))
    throw new UsageError(`There is no file ${path}`, "a path starts from the current folder")
  try {
    return await import(pathToFileURL(file).href)
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split("\n")
    throw new UsageError(`${path} does not load: ${line}`, "it has to be an ES module that Node can import")
  }
}
