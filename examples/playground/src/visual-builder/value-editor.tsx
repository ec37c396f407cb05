import type { Field, FieldTypeName } from "desk-filter"
import type { ValueEditorProps } from "react-querybuilder"
import type { BuilderField } from "./fields.ts"
import { listOf, scalarOf, takesList } from "./from-rule-group.ts"
import { nullOperators, type RuleValue } from "./rule-group.ts"

const examples: Readonly<Record<FieldTypeName, string>> = {
  integer: "42",
  number: "1.5",
  string: "",
  boolean: "",
  enum: "",
  datetime: "2024-02-29T12:30:00Z",
  reference: "42",
  opaque: "",
  uuid: "123e4567-e89b-12d3-a456-426614174000",
  decimal: "19.99",
  date: "2024-02-29",
}

const booleans = ["true", "false"] as const

/** The value of a rule: nothing for null, a list for the operators of lists, otherwise one value. */
export function ValueEditor(props: ValueEditorProps) {
  const { operator, handleOnChange, disabled = false } = props
  const { field } = props.fieldData as unknown as BuilderField
  const value = (props.value ?? null) as RuleValue
  if (nullOperators.has(operator)) return null
  if (takesList(operator))
    return <ListEditor field={field} items={listOf(value)} onChange={handleOnChange} disabled={disabled} />
  return (
    <ScalarEditor
      field={field}
      label={`Value of ${field.name}`}
      value={scalarOf(value)}
      onChange={handleOnChange}
      disabled={disabled}
    />
  )
}

interface ScalarProps {
  readonly field: Field
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly disabled: boolean
}

function ScalarEditor({ field, label, value, onChange, disabled }: ScalarProps) {
  const choices = field.values ?? (isBoolean[field.type] ? booleans : undefined)
  if (choices === undefined)
    return (
      <input
        type="text"
        className="rule-value"
        aria-label={label}
        placeholder={examples[field.type]}
        value={value ?? ""}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  const index = value === null ? -1 : choices.indexOf(value)
  return (
    <select
      className="rule-value"
      aria-label={label}
      value={index}
      disabled={disabled}
      onChange={(event) => onChange(choices[Number(event.target.value)] ?? "")}
    >
      {index < 0 && <option value={-1}>Choose…</option>}
      {choices.map((choice, position) => (
        <option key={choice} value={position}>
          {choice}
        </option>
      ))}
    </select>
  )
}

const isBoolean: Readonly<Partial<Record<FieldTypeName, true>>> = { boolean: true }

interface ListProps {
  readonly field: Field
  readonly items: readonly (string | null)[] | null
  readonly onChange: (items: readonly (string | null)[]) => void
  readonly disabled: boolean
}

function ListEditor({ field, items, onChange, disabled }: ListProps) {
  const list = items ?? []
  const first = field.values?.[0] ?? (isBoolean[field.type] ? "true" : "")
  return (
    <fieldset className="rule-list" aria-label={`Values of ${field.name}`}>
      {list.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items have no identity of their own
        <span key={index} className="rule-item">
          {item === null ? (
            <code>null</code>
          ) : (
            <ScalarEditor
              field={field}
              label={`Value ${index + 1} of ${field.name}`}
              value={item}
              onChange={(changed) => onChange(list.with(index, changed))}
              disabled={disabled}
            />
          )}
          <button
            type="button"
            aria-label={`Remove value ${index + 1} of ${field.name}`}
            disabled={disabled}
            onClick={() => onChange(list.toSpliced(index, 1))}
          >
            ×
          </button>
        </span>
      ))}
      {items !== null && list.length === 0 && <span className="note">The list is empty.</span>}
      <button type="button" disabled={disabled} onClick={() => onChange([...list, first])}>
        Add value
      </button>
      {field.nullable && (
        <button type="button" disabled={disabled} onClick={() => onChange([...list, null])}>
          Add null
        </button>
      )}
    </fieldset>
  )
}
