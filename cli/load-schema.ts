import type { Schema } from "desk-filter"
import * as desk from "desk-filter/desk"
import { loadExport } from "./load-export.ts"
import { UsageError } from "./usage-error.ts"

/** The schemas of Desk by resource, as Desk writes its name: in lower case. */
const resources: ReadonlyMap<string, Schema> = new Map(
  Object.entries<unknown>(desk).flatMap(([name, value]) =>
    isSchema(value) ? [[name.toLowerCase(), value]] : [],
  ),
)

export const resourceNames: readonly string[] = [...resources.keys()].sort()

/**
 * Finds a schema: by the name of a resource, in any case, where there are letters only; else in a module.
 *
 * @throws UsageError when there is no such schema
 */
export async function loadSchema(name: string | undefined, cwd: string): Promise<Schema> {
  if (name === undefined)
    throw new UsageError(
      "No schema",
      `say which with --schema: a module and its export, as in ./schemas.js#articles, or ${resourceNames.join(", ")}`,
    )
  if (!/^[a-z]+$/i.test(name)) return await loadExport(name, cwd, "schema", isSchema)
  const schema = resources.get(name.toLowerCase())
  if (schema !== undefined) return schema
  throw new UsageError(
    `Desk has no resource ${name} that a schema is known of`,
    `write one of ${resourceNames.join(", ")}; a module's path has a dot or a slash, as in ./${name}.js`,
  )
}

/** Schemas are plain objects, and a module may have made its own with another copy of this package. */
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
