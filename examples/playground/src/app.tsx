import { defineSchema, type Filter, type Schema, safeParseFilter } from "desk-filter"
import { format } from "desk-filter/editor"
import { lazy, Suspense, useCallback, useMemo, useReducer, useState } from "react"
import { CopyButton } from "./copy-button.tsx"
import { DataPane } from "./data/data-pane.tsx"
import type { Dataset } from "./data/dataset.ts"
import { useDataset } from "./data/use-dataset.ts"
import { valuesOf } from "./data/values-of.ts"
import { FilterPane } from "./editor/filter-pane.tsx"
import { linkTo } from "./state/fragment.ts"
import type { Restored } from "./state/read-state.ts"
import { reducer } from "./state/reducer.ts"
import { useFragment } from "./state/use-fragment.ts"

const Results = lazy(() => import("./panels/results.tsx").then((module) => ({ default: module.Results })))
const Help = lazy(() => import("./help/help.tsx").then((module) => ({ default: module.Help })))
const VisualBuilder = lazy(() => import("./visual-builder/index.ts"))

const noData: Dataset = { schema: defineSchema({}), records: [], table: "records" }

/** The page: the filter, its data, and what the library says about them. */
export function App({ restored }: { readonly restored: Restored }) {
  const [state, dispatch] = useReducer(reducer, restored.state)
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  // The databases stay on while a mistake in the text or new data hide their panel. A link does not start them.
  const [areDatabasesOn, setAreDatabasesOn] = useState(false)
  const problems = useFragment(state, dispatch, restored.problems)
  const data = useDataset(state.source, state.fieldEdits)
  const { schema, records } = data.dataset ?? noData
  const values = useMemo(() => valuesOf(schema, records), [schema, records])
  const filter = useMemo(() => {
    const parsed = safeParseFilter(schema, state.text)
    return parsed.ok ? (parsed.filter satisfies Filter<Schema>) : undefined
  }, [schema, state.text])
  const onFilter = useCallback(async (built: Filter) => {
    const { stringify } = await import("desk-filter/query-string")
    dispatch({ type: "write", text: format(stringify(built)) })
  }, [])

  return (
    <>
      <header>
        <h1>
          desk-filter <span>playground</span>
        </h1>
        <CopyButton label="Copy link" text={() => linkTo(state)} />
        <button type="button" onClick={() => setIsHelpOpen(true)}>
          Help
        </button>
      </header>
      <main>
        <div role="status" className="banner">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
        <div className="columns">
          <div className="inputs">
            <FilterPane
              text={state.text}
              source={state.source}
              schema={schema}
              values={values}
              dispatch={dispatch}
            />
            <section className="pane" aria-labelledby="visual-builder">
              <div className="pane-head">
                <h2 id="visual-builder">Visual builder</h2>
              </div>
              <Suspense fallback={<p className="note">Loading…</p>}>
                <VisualBuilder schema={schema} filter={filter} onChange={onFilter} />
              </Suspense>
            </section>
            <DataPane source={state.source} data={data} dispatch={dispatch} />
          </div>
          <section className="results" aria-label="Results">
            <Suspense fallback={<p className="note">Loading…</p>}>
              {data.dataset && (
                <Results
                  state={state}
                  dataset={data.dataset}
                  dispatch={dispatch}
                  areDatabasesOn={areDatabasesOn}
                  onDatabases={() => setAreDatabasesOn(true)}
                />
              )}
            </Suspense>
          </section>
        </div>
      </main>
      <footer>
        <p>Everything runs in this page. Nothing that you write leaves it.</p>
      </footer>
      {isHelpOpen && (
        <Suspense fallback={null}>
          <Help onClose={() => setIsHelpOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
