import type { Schema } from "desk-filter"
import * as desk from "desk-filter/desk"
import { loadExport } from "./load-export.ts"
import { oneOf } from "./suggestion.ts"
import { UsageError } from "./usage-error.ts"

/** The schemas of Desk by the name of their export. */
const resources: ReadonlyMap<string, Schema> = new Map(
  Object.entries<unknown>(desk).flatMap(([name, value]) => (isSchema(value) ? [[name, value]] : [])),
)

export const resourceNames: readonly string[] = [...resources.keys()].sort()

/**
 * Finds a schema: a resource, in any case, or an export of a module. The path of a module has a dot, a slash or a `#`.
 *
 * @throws UsageError when there is no such schema
 */
export async function loadSchema(name: string | undefined, cwd: string): Promise<Schema> {
  // A variable that is not set makes an empty argument in a shell.
  if (name === undefined || name === "")
    throw new UsageError(
      "No schema given",
      `set --schema to an export of a module, such as ./schemas.js#articles, or to one of ${resourceNames.join(", ")}`,
    )
  if (/[./\\#]/.test(name))
    return await loadExport(name, cwd, { kind: "schema", madeBy: "defineSchema", is: isSchema })
  const resource = resourceNames.find((known) => known.toLowerCase() === name.toLowerCase())
  const schema = resource === undefined ? undefined : resources.get(resource)
  if (schema !== undefined) return schema
  throw new UsageError(
    `There is no Desk resource named ${name}`,
    `${oneOf(resourceNames, name)}; for a module, write its path, such as ./${name}.js`,
  )
}

/** Tests the shape, because a module may use another copy of this package. */
function isSchema(value: unknown): value is Schema {
  return (
    typeof value === "object" &&
    value !== null &&
    "fields" in value &&
    isMap(value.fields) &&
    [...value.fields.values()].every(isField) &&
    "relations" in value &&
    isMap(value.relations)
  )
}

function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return (
    typeof value === "object" && value !== null && "values" in value && typeof value.values === "function"
  )
}

function isField(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "string" &&
    "operators" in value &&
    Array.isArray(value.operators)
  )
}
