import { isOptionGroupArray, type Option, type ValueSelectorProps } from "react-querybuilder"

/** A list of fields, operators or combinators. Its title is its label, which screen readers need. */
export function Selector({ className, title, value, options, disabled, handleOnChange }: ValueSelectorProps) {
  return (
    <select
      className={className}
      aria-label={title}
      value={value ?? ""}
      disabled={disabled}
      onChange={(event) => handleOnChange(event.target.value)}
    >
      {isOptionGroupArray(options) ? (
        options.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Choices options={group.options} />
          </optgroup>
        ))
      ) : (
        <Choices options={options} />
      )}
    </select>
  )
}

function Choices({ options }: { readonly options: readonly Option[] }) {
  return options.map(({ name, label }) => (
    <option key={name} value={name}>
      {label}
    </option>
  ))
}
