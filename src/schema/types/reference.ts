import type { FieldType } from "../field-type.ts"
import { equality } from "../operators.ts"
import { integer } from "./integer.ts"

/** The id of a record of another resource. Ids have no order that means anything. */
export const reference: FieldType<number | bigint> = {
  operators: equality,
  expects: "the id of a record",
  read: integer.read,
}
