import type { FieldTypeName } from "../../../schema/field.ts"
import { bindComparable } from "../dialect/bind.ts"
import type { ColumnFacts } from "../dialect/column.ts"
import type { CatalogName } from "../dialect/dialect.ts"
import type { Refusal } from "../dialect/finding.ts"
import { named } from "../dialect/named.ts"
import { refuseType } from "../dialect/refusals.ts"
import { readTypeName } from "../dialect/type-name.ts"
import type { Answer, Answers, MysqlType } from "./column-type.ts"
import { dates, datetimes } from "./datetimes.ts"
import { anyDecimals, bits, decimals, doubles, integers, unsignedIntegers } from "./numbers.ts"
import { blobs, comparedByBytes, enums, type TextComparison, texts } from "./texts.ts"
import { timestamps } from "./timestamps.ts"
import { uuidBytes } from "./uuids.ts"

/** What MySQL and MariaDB do not have in common. */
export interface Variant {
  readonly name: string
  readonly catalog: CatalogName
  readonly compareTexts: TextComparison
  /** The most digits after the point that a column has. */
  readonly greatestScale: number
  /** Types that only this database has. */
  readonly ownTypes: Readonly<Record<string, Answers>>
}

/** The column type of a field whose mapping names none. */
const defaults: Readonly<Record<FieldTypeName, string>> = {
  integer: "bigint",
  number: "double",
  string: "varchar",
  boolean: "boolean",
  enum: "varchar",
  datetime: "datetime(6)",
  reference: "bigint",
  opaque: "varchar",
  uuid: "char",
  decimal: "decimal",
  date: "date",
}

/** Only its presence is tested, and every type can answer that. */
const opaque: Answer = () => ({ ...comparedByBytes, store: bindComparable })

/** How columns of each type hold the values of their fields. */
export function columnTypes({
  name,
  compareTexts,
  greatestScale,
  ownTypes,
}: Variant): (facts: ColumnFacts) => MysqlType | Refusal {
  const text: Answer = (facts) => texts(facts, compareTexts, !facts.field.caseSensitive)
  // A text is a UUID in any case.
  const uuid: Answer = (facts) => texts(facts, compareTexts, true)
  const answers: ReadonlyMap<string, Answers> = new Map<string, Answers>([
    ...named(
      { string: text, enum: text, uuid },
      "char",
      "varchar",
      "tinytext",
      "text",
      "mediumtext",
      "longtext",
    ),
    ...named({ string: text, enum: text }, "set"),
    ...named(enums, "enum"),
    ...named(blobs, "varbinary", "tinyblob", "blob", "mediumblob", "longblob"),
    ...sized("tinyint", 8),
    ...sized("smallint", 16),
    ...sized("mediumint", 24),
    ...sized("int", 32),
    ...sized("integer", 32),
    ...sized("bigint", 64),
    ...named(integers(8), "boolean", "bool"),
    ...named(bits, "bit"),
    ...named(decimals, "decimal", "decimal unsigned", "numeric", "numeric unsigned"),
    ...named(doubles, "double", "double unsigned", "double precision", "real"),
    ...named(dates(name), "date"),
    ...named(datetimes(name), "datetime"),
    ...named(timestamps(name), "timestamp"),
    ...named(uuidBytes, "binary(16)"),
    ...Object.entries(ownTypes),
  ])
  const anyDecimal = anyDecimals(greatestScale)

  return (facts) => {
    const { field, type = defaults[field.type] } = facts
    const typeName = readTypeName(type.replace(/ zerofill/i, ""))
    const { name, args } = typeName
    const found = answers.get(name) ?? answers.get(`${name}(${args.join()})`)
    // Without a type, the column may have any precision.
    const withoutType = facts.type === undefined ? { decimal: anyDecimal } : {}
    return (
      { ...found, ...withoutType, opaque }[field.type]?.(facts, typeName) ??
      refuseType(facts, type, defaults[field.type])
    )
  }
}

/** Integers of one size. */
function sized(name: string, bits: number): (readonly [string, Answers])[] {
  return [
    [name, integers(bits)],
    [`${name} unsigned`, unsignedIntegers(bits)],
  ]
}
