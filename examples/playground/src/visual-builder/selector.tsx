import type { ValueSelectorProps } from "react-querybuilder"

/** A list of fields, operators or combinators. Its title is its label, which screen readers need. */
export function Selector({ className, title, value, options, disabled, handleOnChange }: ValueSelectorProps) {
  const choices = options as readonly { readonly name?: string; readonly label: string }[]
  return (
    <select
      className={className}
      aria-label={title}
      value={value ?? ""}
      disabled={disabled}
      onChange={(event) => handleOnChange(event.target.value)}
    >
      {choices.map(({ name = "", label }) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </select>
  )
}
