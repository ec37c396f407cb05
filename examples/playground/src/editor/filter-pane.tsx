import type { Schema } from "desk-filter"
import { format, type ValuesOf } from "desk-filter/editor"
import { type Dispatch, useId } from "react"
import { sampleNames, samples } from "../data/samples.ts"
import type { Action } from "../state/reducer.ts"
import type { Source } from "../state/state.ts"
import { TextEditor } from "./text-editor.tsx"

interface Props {
  readonly text: string
  readonly source: Source
  readonly schema: Schema
  readonly values: ValuesOf<Schema>
  readonly dispatch: Dispatch<Action>
}

/** The text of the filter, with samples to start from. */
export function FilterPane({ text, source, schema, values, dispatch }: Props) {
  const id = useId()
  return (
    <section className="pane" aria-labelledby={`${id}-heading`}>
      <div className="pane-head">
        <h2 id={`${id}-heading`}>Filter</h2>
        <SampleFilters source={source} dispatch={dispatch} />
        <button type="button" onClick={() => dispatch({ type: "write", text: format(text) })}>
          Format
        </button>
      </div>
      <TextEditor
        text={text}
        schema={schema}
        values={values}
        onChange={(written) => dispatch({ type: "write", text: written })}
      />
      <p className="note">
        <kbd>Ctrl</kbd> <kbd>Space</kbd> completes. <kbd>F8</kbd> goes to the next mistake.
      </p>
    </section>
  )
}

function SampleFilters({ source, dispatch }: Pick<Props, "source" | "dispatch">) {
  const pick = (key: string) => {
    for (const name of sampleNames) {
      const found = samples[name].filters.find(({ title }) => `${name}/${title}` === key)
      if (found !== undefined) dispatch({ type: "pick-sample", name, text: found.text })
    }
  }
  const shown =
    source.kind === "sample" ? [source.name, ...sampleNames.filter((n) => n !== source.name)] : sampleNames
  return (
    <select aria-label="Sample filters" value="" onChange={(event) => pick(event.target.value)}>
      <option value="">Samples…</option>
      {shown.map((name) => (
        <optgroup key={name} label={samples[name].title}>
          {samples[name].filters.map(({ title }) => (
            <option key={title} value={`${name}/${title}`}>
              {title}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
