import type { FieldTypeName } from "../../../schema/field.ts"
import type { ColumnFacts } from "../dialect/column.ts"
import type { Refusal } from "../dialect/finding.ts"
import type { TypeName } from "../dialect/type-name.ts"
import type { DuckdbType } from "./column-type.ts"

/** How a column of one type answers conditions on a field. Undefined: it cannot. */
export type Answer = (facts: ColumnFacts, type: TypeName) => DuckdbType | Refusal | undefined

/** How a column of one type answers conditions on each type of field. It cannot answer the others. */
export type Answers = { readonly [Type in FieldTypeName]?: Answer }
