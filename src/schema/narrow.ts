import { quote } from "../text/quote.ts"
import { assertSchema } from "./assert-schema.ts"
import type {
  Declarations,
  RelationDeclaration,
  ScalarDeclaration,
  ScalarDeclarations,
} from "./declarations.ts"
import type { Field } from "./field.ts"
import { FrozenMap } from "./frozen-map.ts"
import type { FieldName } from "./infer.ts"
import type { Schema } from "./schema.ts"

/** The declarations of the named fields. A relation keeps only the properties that are named. */
type Narrowed<D extends Declarations, Names extends string> = Kept<D, Names, RootOf<Names> & keyof D>

/** The first part of a path: the name of the field or of its relation. */
type RootOf<Path extends string> = Path extends `${infer Relation}.${string}` ? Relation : Path

/** The roots are a parameter: only then does an editor show the comments on the declarations. */
type Kept<D extends Declarations, Names extends string, Roots extends keyof D> = {
  readonly [Root in Roots]: D[Root] extends RelationDeclaration<infer Cardinality, infer Fields>
    ? RelationDeclaration<Cardinality, Properties<Fields, Root & string, Names>>
    : D[Root]
}

/** The named properties of a relation. */
type Properties<Fields extends ScalarDeclarations, Relation extends string, Names extends string> = {
  readonly [Property in keyof Fields as `${Relation}.${Property & string}` extends Names
    ? Property
    : never]: Fields[Property]
}

/** The schema that {@link pick} returns: that of the named fields. */
export interface Picked<S extends Schema, Name extends FieldName<S>>
  extends Schema<Narrowed<S["declarations"], Name>> {}

/** The schema that {@link omit} returns: that of all fields except the named ones. */
export interface Omitted<S extends Schema, Name extends FieldName<S>>
  extends Schema<Narrowed<S["declarations"], Exclude<FieldName<S>, Name>>> {}

/**
 * Narrows a schema to some of its fields, for a role that may not filter by the others. Hints never
 * suggest the other fields. A mapping of the whole schema works for filters of the narrowed one.
 *
 * @param schema the schema
 * @param names the fields to keep, relation paths included
 * @returns a schema with only these fields
 * @throws TypeError when the first argument is no schema, or the schema has no such field
 *
 * @example
 * ```ts
 * const visible = pick(customers, "id", "state", "contacts.value")
 * safeParseFilter(visible, '{"password":null}').ok // false
 * ```
 */
export function pick<S extends Schema, const Name extends FieldName<S>>(
  schema: S,
  ...names: readonly Name[]
): Picked<S, Name> {
  assertFields(schema, names)
  return narrowed(schema, ({ name }) => (names as readonly string[]).includes(name))
}

/**
 * Removes some fields from a schema. A field that you add to the schema later is then open to the role;
 * {@link pick}, which names the allowed fields, is safer.
 *
 * @param schema the schema
 * @param names the fields to remove, relation paths included
 * @returns a schema without these fields
 * @throws TypeError when the first argument is no schema, or the schema has no such field
 *
 * @example
 * ```ts
 * const withoutSecrets = omit(customers, "password")
 * withoutSecrets.fields.has("password") // false
 * ```
 */
export function omit<S extends Schema, const Name extends FieldName<S>>(
  schema: S,
  ...names: readonly Name[]
): Omitted<S, Name> {
  assertFields(schema, names)
  return narrowed(schema, ({ name }) => !(names as readonly string[]).includes(name))
}

function assertFields(schema: Schema, names: readonly string[]): void {
  assertSchema(schema)
  for (const name of names)
    if (!schema.fields.has(name)) throw new TypeError(`The schema has no field ${quote(String(name))}`)
}

/** The field objects stay the same, so that mappings of the whole schema find them. */
function narrowed<D extends Declarations>(schema: Schema, keep: (field: Field) => boolean): Schema<D> {
  const fields = new Map([...schema.fields].filter(([, field]) => keep(field)))
  const kept = [...fields.values()]
  const relations = new Map(
    [...schema.relations].filter(([name]) => kept.some(({ relation }) => relation?.name === name)),
  )
  const declarations = Object.entries(schema.declarations).flatMap(([name, declaration]): Declared[] => {
    if (!("fields" in declaration)) return fields.has(name) ? [[name, declaration]] : []
    const properties = Object.entries(declaration.fields).filter(([property]) =>
      fields.has(`${name}.${property}`),
    )
    return relations.has(name) ? [[name, { ...declaration, fields: Object.fromEntries(properties) }]] : []
  })
  return Object.freeze({
    declarations: Object.fromEntries(declarations) as D,
    fields: new FrozenMap(fields),
    relations: new FrozenMap(relations),
  })
}

/** A name and its declaration. */
type Declared = readonly [string, ScalarDeclaration | RelationDeclaration]
