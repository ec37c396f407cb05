import {
  defineSchema,
  type FieldTypeName,
  field,
  type RelationDeclaration,
  type ScalarDeclaration,
  type Schema,
} from "desk-filter"
import type { InferredField } from "./inferred-field.ts"

type Declare = (field: InferredField) => ScalarDeclaration

const options = ({ nullable }: InferredField) => ({ nullable })

const declare: Readonly<Record<FieldTypeName, Declare>> = {
  integer: (inferred) => field.integer(options(inferred)),
  number: (inferred) => field.number(options(inferred)),
  string: (inferred) => field.string({ ...options(inferred), caseSensitive: inferred.caseSensitive }),
  boolean: (inferred) => field.boolean(options(inferred)),
  enum: (inferred) => field.enum(inferred.texts.length === 0 ? [""] : inferred.texts, options(inferred)),
  datetime: (inferred) => field.datetime(options(inferred)),
  reference: (inferred) => field.reference("records", options(inferred)),
  opaque: () => field.opaque(),
  uuid: (inferred) => field.uuid(options(inferred)),
  decimal: (inferred) => field.decimal(options(inferred)),
  date: (inferred) => field.date(options(inferred)),
}

/** The schema of the fields. */
export function toSchema(fields: readonly InferredField[]): Schema {
  const declarations: Record<string, ScalarDeclaration | RelationDeclaration> = {}
  for (const inferred of fields) {
    const { relation, property, type } = inferred
    if (relation === undefined) {
      declarations[property] = declare[type](inferred)
      continue
    }
    const siblings = fields.filter((other) => other.relation?.name === relation.name)
    const inner = Object.fromEntries(siblings.map((other) => [other.property, declare[other.type](other)]))
    declarations[relation.name] = field[relation.cardinality](inner)
  }
  return defineSchema(declarations)
}
