import { quote } from "../text/quote.ts"
import type { Declarations, RelationDeclaration, ScalarDeclaration } from "./declarations.ts"
import type { Field, Relation } from "./field.ts"
import type { FieldType } from "./field-type.ts"
import { FrozenMap } from "./frozen-map.ts"
import { fieldTypes } from "./types/index.ts"
import { typeOperators } from "./types/type-operators.ts"

/** The fields that filters of one resource may use. Made by {@link defineSchema}; immutable. */
export interface Schema<D extends Declarations = Declarations> {
  /** The declarations that the schema was made of. */
  readonly declarations: D
  /** Every field by the name that a filter writes, in the order of declaration. */
  readonly fields: ReadonlyMap<string, Field>
  /** The relations by name. */
  readonly relations: ReadonlyMap<string, Relation>
}

/**
 * Declares the fields that filters of a resource may use, and their types. An editor shows a doc comment above a field
 * where a filter uses the field.
 *
 * Messages of the compiler print the type of every field. Give the type a name, as the second example does, and they
 * print `Filter<ArticlesSchema>`.
 *
 * @param declarations fields and relations by name, made with {@link field}
 * @returns the schema, which types and checks every filter made with it
 * @throws TypeError when a declaration is invalid: a name that is empty, contains a dot or begins
 * with `$`; an operator that the type does not support; an enum without values
 *
 * @example
 * ```ts
 * const articles = defineSchema({
 *   id: field.integer({ nullable: false }),
 *   title: field.string(),
 *   tags: field.many({ name: field.string({ nullable: false }) }),
 * })
 * parseFilter(articles, '{"tags.name":{"$in":["news","sport"]}}')
 * ```
 *
 * @example
 * ```ts
 * const schema = defineSchema({ id: field.integer(), title: field.string() })
 * interface ArticlesSchema extends Schema<typeof schema.declarations> {}
 * const articles: ArticlesSchema = schema
 * stringify(parseFilter(articles, { title: "News" })) // '{"title":"News"}'
 * ```
 */
export function defineSchema<const D extends Declarations>(declarations: D): Schema<D> {
  const fields = new Map<string, Field>()
  const relations = new Map<string, Relation>()
  const add = (name: string, property: string, declaration: ScalarDeclaration, relation?: Relation) =>
    fields.set(name, resolve(name, property, declaration, relation))

  for (const [name, declaration] of Object.entries(declarations)) {
    assertName(name)
    if (!isRelation(declaration)) {
      add(name, name, declaration)
      continue
    }
    const relation = Object.freeze<Relation>({ name, cardinality: declaration.type })
    relations.set(name, relation)
    for (const [property, scalar] of Object.entries(declaration.fields)) {
      assertName(property)
      if (isRelation(scalar))
        throw new TypeError(
          `Relation ${quote(name)} contains relation ${quote(property)}, but relations cannot be nested`,
        )
      add(`${name}.${property}`, property, scalar, relation)
    }
  }
  return Object.freeze({
    declarations,
    fields: new FrozenMap(fields),
    relations: new FrozenMap(relations),
  })
}

function isRelation(
  declaration: ScalarDeclaration | RelationDeclaration,
): declaration is RelationDeclaration {
  return declaration.type === "many" || declaration.type === "one"
}

function resolve(name: string, property: string, declaration: ScalarDeclaration, relation?: Relation): Field {
  const { type, nullable, caseSensitive, operators, values, resource } = declaration
  const { description, source, inferred } = declaration
  const fieldType: FieldType | undefined = Object.hasOwn(fieldTypes, type) ? fieldTypes[type] : undefined
  if (fieldType === undefined)
    throw new TypeError(
      `Field ${quote(name)} has the unknown type ${quote(String(type))}: use a function of field`,
    )
  for (const operator of operators) {
    if (!typeOperators[type].includes(operator))
      throw new TypeError(
        `Field ${quote(name)} of type ${type} does not support ${operator}: it supports ${typeOperators[type].join(", ")}`,
      )
  }
  if (!caseSensitive && !fieldType.foldsCase) {
    throw new TypeError(
      `Field ${quote(name)} of type ${type} cannot have caseSensitive: false: only a string can`,
    )
  }
  if (fieldType.listsValues && (values === undefined || values.length === 0)) {
    throw new TypeError(`Field ${quote(name)} of type ${type} must list at least one value`)
  }
  const seen = new Set<string>()
  const repeated = values?.find((value) => seen.size === seen.add(value).size)
  if (repeated !== undefined)
    throw new TypeError(`Field ${quote(name)} lists the value ${quote(repeated)} twice`)
  if (!nullable && fieldType.nullOnly)
    throw new TypeError(`Field ${quote(name)} of type ${type} must be nullable: remove nullable: false`)
  return Object.freeze<Field>({
    name,
    property,
    type,
    // A related record may be absent, and then so are all its values.
    nullable: nullable || relation?.cardinality === "one",
    caseSensitive,
    operators: Object.freeze([...operators]),
    ...(relation && { relation }),
    ...(relation?.cardinality === "one" && !nullable && { required: true as const }),
    ...(values && { values: Object.freeze([...values]) }),
    ...(resource !== undefined && { resource }),
    ...(description !== undefined && { description }),
    ...(source !== undefined && { source }),
    inferred,
  })
}

function assertName(name: string): void {
  if (name === "" || name.startsWith("$") || name.includes(".")) {
    throw new TypeError(
      `${quote(name)} is not a valid field name: it cannot be empty, begin with $ or contain a dot`,
    )
  }
}
