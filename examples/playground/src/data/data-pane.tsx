import { type Dispatch, lazy, Suspense, useId } from "react"
import type { Action } from "../state/reducer.ts"
import type { Source } from "../state/state.ts"
import { isSampleName, sampleNames, samples } from "./samples.ts"
import type { CurrentData } from "./use-dataset.ts"

const SchemaTable = lazy(() => import("./import/schema-table.tsx").then((m) => ({ default: m.SchemaTable })))

interface Props {
  readonly source: Source
  readonly data: CurrentData
  readonly dispatch: Dispatch<Action>
}

const example = `name,plan,seats,since
Ann,team,12,2024-02-01
Bob,free,1,2023-11-20
Carla,team,40,2025-01-07
Dmitri,free,3,2024-09-30`

/** The records that the filter is tried on: a sample, or a pasted text. */
export function DataPane({ source, data, dispatch }: Props) {
  const id = useId()
  const pick = (name: string) => {
    if (isSampleName(name)) dispatch({ type: "pick-sample", name, text: samples[name].filters[0].text })
    else {
      dispatch({ type: "paste", text: example })
      dispatch({ type: "write", text: '{\n  "plan": "team",\n  "seats": { "$gte": 10 }\n}' })
    }
  }
  return (
    <section className="pane" aria-labelledby={`${id}-heading`}>
      <div className="pane-head">
        <h2 id={`${id}-heading`}>Data</h2>
        <select
          aria-label="Source of the records"
          value={source.kind === "sample" ? source.name : "pasted"}
          onChange={(event) => pick(event.target.value)}
        >
          {sampleNames.map((name) => (
            <option key={name} value={name}>
              {samples[name].title}
            </option>
          ))}
          <option value="pasted">Paste JSON, NDJSON or CSV</option>
        </select>
      </div>
      {source.kind === "pasted" && (
        <>
          <label htmlFor={`${id}-text`}>Records as JSON, NDJSON or CSV. They stay in this page.</label>
          <textarea
            id={`${id}-text`}
            rows={7}
            spellCheck={false}
            value={source.text}
            onChange={(event) => dispatch({ type: "paste", text: event.target.value })}
          />
          <Suspense fallback={<p className="note">Loading…</p>}>
            {data.imported && <SchemaTable imported={data.imported} dispatch={dispatch} />}
          </Suspense>
        </>
      )}
    </section>
  )
}
