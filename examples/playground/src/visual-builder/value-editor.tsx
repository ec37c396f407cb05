import type { RuleField } from "desk-filter/react-querybuilder"
import type { ValueEditorProps } from "react-querybuilder"
import { formOf, oneValue, type ValueForm, type Written, writtenValues } from "./rule-value.ts"

interface EditorProps {
  readonly field: RuleField
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly disabled: boolean
}

const editors: Readonly<Record<ValueForm, (props: EditorProps) => React.ReactNode>> = {
  list: ListEditor,
  range: RangeEditor,
  none: () => null,
  one: OneEditor,
}

/** The value of a rule: as many inputs as its operator needs. */
export function ValueEditor({
  operator,
  fieldData,
  value,
  handleOnChange,
  disabled = false,
}: ValueEditorProps) {
  const Editor = editors[formOf(operator)]
  // The fields of the builder are those that toFields made.
  const field = fieldData as unknown as RuleField
  return <Editor field={field} value={value} onChange={handleOnChange} disabled={disabled} />
}

function OneEditor({ field, value, onChange, disabled }: EditorProps) {
  return (
    <Input
      field={field}
      label={`Value of ${field.label}`}
      value={writtenValues(value)[0] ?? null}
      // The value "" of an enum is chosen. An erased input is unfinished.
      onChange={(changed) => onChange(field.values === undefined ? changed : oneValue(changed))}
      disabled={disabled}
    />
  )
}

function RangeEditor({ field, value, onChange, disabled }: EditorProps) {
  const [least = null, greatest = null]: readonly Written[] = Array.isArray(value) ? value : []
  const shared = { field, disabled }
  return (
    <fieldset className="rule-list" aria-label={`Range of ${field.label}`}>
      <Input
        {...shared}
        label={`Least value of ${field.label}`}
        value={least}
        onChange={(changed) => onChange([changed || null, greatest])}
      />
      <span className="note">and</span>
      <Input
        {...shared}
        label={`Greatest value of ${field.label}`}
        value={greatest}
        onChange={(changed) => onChange([least, changed || null])}
      />
    </fieldset>
  )
}

function ListEditor({ field, value, onChange, disabled }: EditorProps) {
  const list = writtenValues(value)
  return (
    <fieldset className="rule-list" aria-label={`Values of ${field.label}`}>
      {list.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items have no identity of their own
        <span key={index} className="rule-item">
          <Input
            field={field}
            label={`Value ${index + 1} of ${field.label}`}
            value={item}
            onChange={(changed) => onChange(list.with(index, changed))}
            disabled={disabled}
          />
          <button
            type="button"
            aria-label={`Remove value ${index + 1} of ${field.label}`}
            disabled={disabled}
            onClick={() => onChange(list.toSpliced(index, 1))}
          >
            ×
          </button>
        </span>
      ))}
      <button
        type="button"
        disabled={disabled}
        onClick={() => onChange([...list, field.values?.[0]?.name ?? ""])}
      >
        Add value
      </button>
    </fieldset>
  )
}

interface InputProps {
  readonly field: RuleField
  readonly label: string
  readonly value: Written
  readonly onChange: (value: string) => void
  readonly disabled: boolean
}

function Input({ field, label, value, onChange, disabled }: InputProps) {
  const { values, inputType = "text" } = field
  if (values === undefined)
    return (
      <input
        type={inputType}
        // An integer or a decimal number: the step of a number input is 1 otherwise.
        step={inputType === "number" ? "any" : undefined}
        className="rule-value"
        aria-label={label}
        placeholder={
          field.placeholder ?? (inputType === "text" && value === "" ? "the empty text" : undefined)
        }
        value={value === null ? "" : String(value)}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  const index = value === null ? -1 : values.findIndex(({ name }) => name === String(value))
  return (
    <select
      className="rule-value"
      aria-label={label}
      value={index}
      disabled={disabled}
      onChange={(event) => onChange(values[Number(event.target.value)]?.name ?? "")}
    >
      {/* A filter may have a value that the schema does not list. */}
      {index < 0 && <option value={-1}>{value === null ? "Choose…" : String(value)}</option>}
      {values.map(({ name, label: choice }, position) => (
        <option key={name} value={position}>
          {choice}
        </option>
      ))}
    </select>
  )
}
