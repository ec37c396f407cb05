import { readTypeName, type TypeName } from "../dialect/type-name.ts"

/** Types around another one that do not change how its values compare. The last argument is that type. */
const wrappers: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "nullable",
  "lowcardinality",
  "simpleaggregatefunction",
])

/** Reads the name of a type: that of `LowCardinality(Nullable(String))` is `string`. */
export function innerType(text: string): TypeName {
  const type = readTypeName(text)
  const inner = type.args.at(-1)
  return wrappers.has(type.name) && inner !== undefined ? innerType(inner) : type
}
