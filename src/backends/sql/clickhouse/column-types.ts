import type { FieldTypeName } from "../../../schema/field.ts"
import { bindBoolean, bindComparable, bindDigits } from "../dialect/bind.ts"
import type { ColumnFacts, Comparable } from "../dialect/column.ts"
import { refuseStorage } from "../dialect/datetimes.ts"
import {
  type Decimals,
  decimalsOf,
  integersOf,
  storeDecimal,
  storeDouble,
  unsignedOf,
} from "../dialect/decimals.ts"
import { storeIntegerAsDouble } from "../dialect/doubles.ts"
import type { Refusal } from "../dialect/finding.ts"
import type { SqlValue } from "../dialect/fragment.ts"
import { refuseType } from "../dialect/refusals.ts"
import { none, one, type Stored } from "../dialect/stored.ts"
import type { TypeName } from "../dialect/type-name.ts"
import type { ClickhouseType, Form } from "./column-type.ts"
import { labelsIn } from "./enum-labels.ts"
import { innerType } from "./inner-type.ts"
import { byText, enumText, fixedText, textColumn, textOfUuid, uuidText } from "./texts.ts"
import { type DayType, storeDay, storeInstant, storeMidnightOf } from "./times.ts"

/** How a column of one type answers conditions on a field. */
type Answer = (facts: ColumnFacts, type: TypeName) => ClickhouseType | Refusal

/** How a column of one type answers conditions on each type of field. It cannot answer the others. */
type Answers = { readonly [Type in FieldTypeName]?: Answer }

const bare = (name: string) => name

/** A type whose values compare with a parameter of its own type: the primary key then serves equality, lists and order. */
function plain(
  parameter: string,
  store: ClickhouseType["store"],
  more: Omit<Partial<Form>, "parameter"> = {},
): ClickhouseType {
  const form: Form = { operand: bare, parameter, ...more }
  return { equality: form, list: form, ordered: form, text: form, store }
}

const asTextList = { bindsListAsText: true } as const

/** Integers of this type. A parameter out of its range would be an error, or lose its leading bits. */
function integers(parameter: string, range: Decimals): Answers {
  const exact = plain(parameter, (_, value) => storeDecimal(String(value), range, spellInteger))
  return {
    integer: () => exact,
    reference: () => exact,
    boolean: () => plain(parameter, bindComparable),
    number: () => plain(parameter, (double) => storeDouble(Number(double), range, spellInteger)),
    decimal: () => exact,
  }
}

/** A number if it is one exactly, because some clients take no bigint. */
function spellInteger(integer: bigint): SqlValue {
  const number = Number(integer)
  return Number.isSafeInteger(number) ? number : integer
}

/** The precision and the scale that a type's arguments tell. */
type DigitsOf = (type: TypeName) => readonly [precision: number, scale: number]

/** Decimals of as many digits as their bits hold: a cast may fill a column with more than its precision. */
function decimals(digitsOf: DigitsOf): Answers {
  const held = (type: TypeName) => {
    const [precision, scale] = digitsOf(type)
    const width = [9, 18, 38].find((digits) => digits >= precision) ?? 76
    return { parameter: `Decimal(${width}, ${scale})`, range: decimalsOf(width, scale) }
  }
  const exact: Answer = (_, type) => {
    const { parameter, range } = held(type)
    return plain(parameter, (_, value) => storeDecimal(String(value), range), asTextList)
  }
  return {
    decimal: exact,
    integer: exact,
    reference: exact,
    number: (_, type) => {
      const { parameter, range } = held(type)
      return plain(parameter, (double) => storeDouble(Number(double), range), asTextList)
    },
  }
}

/** The decimals of `Decimal64(2)`, which has 18 digits. */
function decimalsOfWidth(precision: number): Answers {
  return decimals(({ args: [scale] }) => [precision, Number(scale)])
}

function storeIntegerAsDigits(integer: Comparable): Stored {
  const stored = storeIntegerAsDouble(integer)
  return stored.kind === "one" ? one(String(stored.value)) : none(String(stored.floor))
}

// Some clients reject a number above 2^53, because they expect an integer that lost digits.
const integerInDoubles: Answer = () => plain("Float64", storeIntegerAsDigits, asTextList)

function dayColumn(type: DayType): Answers {
  return {
    date: () => plain(type, storeDay(type)),
    datetime: (facts) => refuseStorage(facts, "ClickHouse", type) ?? plain(type, storeMidnightOf(type)),
  }
}

function instants(facts: ColumnFacts, parameter: string, digits: number): ClickhouseType | Refusal {
  const { type = "'UTC'" } = facts
  const store = storeInstant(parameter, digits, !type.includes("'UTC'"))
  return refuseStorage(facts, "ClickHouse", "DateTime64") ?? plain(parameter, store)
}

const stringColumn: Answers = { string: textColumn, enum: textColumn, uuid: textOfUuid }
/** A type without labels is none of ClickHouse: a condition on it would find no row. */
const labelled: Answer = (facts, type) =>
  labelsIn(type).length === 0 ? refuse(facts) : enumText(facts, type)

const enumColumn: Answers = { string: labelled, enum: labelled }

const columnTypes: ReadonlyMap<string, Answers> = /* @__PURE__ */ (() =>
  new Map<string, Answers>([
    ["string", stringColumn],
    [
      "fixedstring",
      {
        string: fixedText,
        enum: fixedText,
        uuid: (facts, type) => (Number(type.args[0]) < UUID_LENGTH ? refuse(facts) : textOfUuid(facts)),
      },
    ],
    ["enum", enumColumn],
    ["enum8", enumColumn],
    ["enum16", enumColumn],
    ["uuid", { uuid: () => plain("UUID", bindComparable), string: uuidText }],
    ["ipv4", { string: byText }],
    ["ipv6", { string: byText }],
    ["bool", { boolean: () => plain("Bool", bindBoolean) }],
    ...[8, 16, 32, 64, 128, 256].flatMap((bits): (readonly [string, Answers])[] => [
      [`int${bits}`, integers(`Int${bits}`, integersOf(bits))],
      [`uint${bits}`, integers(`UInt${bits}`, unsignedOf(bits))],
    ]),
    ["decimal", decimals(({ args: [precision = "10", scale = "0"] }) => [Number(precision), Number(scale)])],
    ["decimal32", decimalsOfWidth(9)],
    ["decimal64", decimalsOfWidth(18)],
    ["decimal128", decimalsOfWidth(38)],
    ["decimal256", decimalsOfWidth(76)],
    [
      "float64",
      {
        number: () => plain("Float64", bindDigits, asTextList),
        integer: integerInDoubles,
        reference: integerInDoubles,
      },
    ],
    ["date", dayColumn("Date")],
    ["date32", dayColumn("Date32")],
    ["datetime", { datetime: (facts) => instants(facts, "DateTime('UTC')", 0) }],
    [
      "datetime64",
      {
        datetime: (facts, { args: [digits = "3"] }) =>
          instants(facts, `DateTime64(${digits}, 'UTC')`, Number(digits)),
      },
    ],
  ]))()

const UUID_LENGTH = 36

/** The column type of a field whose mapping names none. */
const defaults: Readonly<Record<FieldTypeName, string>> = {
  integer: "Int64",
  number: "Float64",
  string: "String",
  boolean: "Bool",
  enum: "String",
  datetime: "DateTime64(6)",
  reference: "Int64",
  opaque: "String",
  uuid: "UUID",
  decimal: "Decimal(38, 10)",
  date: "Date32",
}

/** A list has the type of its parameter. IN fails for a column of some other types, or finds nothing. */
const castsInLists: { readonly [Type in FieldTypeName]?: Form["operand"] } = {
  number: (name) => `toFloat64(${name})`,
  datetime: (name) => `${name}::Nullable(DateTime64(6, 'UTC'))`,
  decimal: (name) => `${name}::Nullable(Decimal(38, 10))`,
}

/** How a column holds the values of its field. */
export function columnType(facts: ColumnFacts): ClickhouseType | Refusal {
  const { type, field } = facts
  if (type !== undefined) return columnTypeOf(facts, type)
  const answer = columnTypeOf(facts, defaults[field.type])
  const operand = castsInLists[field.type]
  return operand === undefined || "refused" in answer
    ? answer
    : { ...answer, list: { ...answer.list, operand } }
}

function columnTypeOf(facts: ColumnFacts, text: string): ClickhouseType | Refusal {
  const type = innerType(text)
  const answers: Answers = { ...columnTypes.get(type.name), opaque }
  return answers[facts.field.type]?.(facts, type) ?? refuse(facts)
}

/** Only its presence is tested, and every type can answer that. */
const opaque: Answer = () => plain("String", bindComparable)

function refuse(facts: ColumnFacts): Refusal {
  return refuseType(facts, facts.type ?? "", defaults[facts.field.type])
}
