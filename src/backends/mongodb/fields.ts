import type { Declarations, RelationDeclaration, ScalarDeclaration } from "../../schema/declarations.ts"
import type { FieldTypeName } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import type { FieldName } from "../../schema/infer.ts"
import type { Schema } from "../../schema/schema.ts"
import { entryOf } from "../../text/entry-of.ts"
import { isPlain } from "../../text/plain-object.ts"
import { quote } from "../../text/quote.ts"

/** The values that a filter holds, by type of field. */
interface ValuesByType extends Readonly<Record<FieldTypeName, Value>> {
  readonly integer: number | bigint
  readonly number: number
  readonly string: string
  readonly boolean: boolean
  readonly enum: string
  readonly datetime: string
  readonly reference: number | bigint
  readonly opaque: never
  readonly uuid: string
  readonly decimal: string
  readonly date: string
}

/** Where a relation is in the documents of a collection. */
export interface MongoRelation {
  /** Its path, such as `profile.contacts`. By default, the name of the relation. */
  readonly path?: string
}

/** Where a field is in the documents of a collection, and how its values are stored. */
export interface MongoField<V extends Value = Value> {
  /**
   * Its path, such as `name.first`. By default, the name of the field. The path of a relation's field begins at the
   * related document.
   */
  readonly path?: string
  /**
   * The stored form of a value of a filter. It must keep what is equal and, for orders, what is less. Null never reaches
   * it. Return undefined if no document can have the value: the filter is then refused. A promise, a function, a symbol, a
   * RegExp or an invalid Date is a TypeError: it is no value to store, and the query would find other documents.
   */
  readonly convert?: (value: V) => unknown
}

type MongoFieldOf<Declaration> =
  Declaration extends ScalarDeclaration<infer Type> ? MongoField<ValuesByType[Type]> : never

type RelatedField<
  D extends Declarations,
  Path extends string,
> = Path extends `${infer Name}.${infer Property}`
  ? D[Name] extends RelationDeclaration<infer _C, infer Fields>
    ? MongoFieldOf<Fields[Property]>
    : never
  : never

/** Paths and stored forms, by the names of fields and relations. */
export type MongoFields<S extends Schema = never> = [S] extends [never]
  ? Readonly<Record<string, MongoField>>
  : {
      readonly [Name in keyof S["declarations"] &
        string]?: S["declarations"][Name] extends RelationDeclaration
        ? MongoRelation
        : MongoFieldOf<S["declarations"][Name]>
    } & {
      readonly [Path in Exclude<FieldName<S>, keyof S["declarations"]>]?: RelatedField<
        S["declarations"],
        Path
      >
    }

/** The options of {@link toMongo}. */
export interface MongoOptions<S extends Schema = never> {
  /** Fields and relations whose path or stored form differs from the usual one. */
  readonly fields?: MongoFields<S>
}

/** The options of the fields of any schema. */
export type AnyMongoFields = Readonly<Record<string, MongoField>>

/**
 * The options of the fields. A misspelt option, which would be ignored, is rejected.
 *
 * @throws TypeError if an option has another type
 * @throws RangeError if there is no such option, or if a path is none
 */
export function fieldsOf(options: { readonly fields?: object }): AnyMongoFields {
  assertOptions(options, "", { fields: "object" })
  const fields = (options.fields ?? {}) as AnyMongoFields
  assertPlain(fields, "The option fields")
  for (const [name, entry] of Object.entries(fields)) {
    if (entry === undefined) continue
    assertOptions(entry, ` of ${quote(name)}`, { path: "string", convert: "function" })
    if (entry.path !== undefined) assertPath(entry.path, name)
  }
  return fields
}

/** @param of whose options they are, to follow their name */
function assertOptions(options: object, of: string, types: Readonly<Record<string, string>>): void {
  assertPlain(options, `The options${of}`)
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(types, name)) throw new RangeError(`There is no option ${quote(name)}${of}`)
    if (value !== undefined && typeof value !== types[name])
      throw new TypeError(`The option ${name}${of} must have the type ${types[name]}`)
  }
}

/** A Map, a list or a text would be taken for an object without options. */
function assertPlain(value: unknown, what: string): void {
  if (!isPlain(Object(value ?? []))) throw new TypeError(`${what} must be a plain object`)
}

/** The options of a field or relation. A name such as `constructor` has none by inheritance. */
export function optionsOf(name: string, fields: AnyMongoFields): MongoField {
  return entryOf(fields, name) ?? {}
}

/**
 * The path of a field or relation in its document. The field of a relation to many has the related one.
 *
 * @param usual the path without an option
 */
export function pathOf(name: string, usual: string, fields: AnyMongoFields): string {
  return assertPath(optionsOf(name, fields).path ?? usual, name)
}

/** An empty name, a name that begins with `$`, which would be an operator, or what the driver cannot write: U+0000 and half of a surrogate pair. */
const NO_PATH = /(?:^|\.)(?:[.$]|$)|\0|\p{Cs}/u

function assertPath(path: string, name: string): string {
  if (NO_PATH.test(path))
    throw new RangeError(
      `${quote(path)} cannot be the path of ${quote(name)}: a name in it is empty, begins with $, or has U+0000 or a lone surrogate`,
    )
  return path
}
