import { type ParseResult, type Schema, safeParseFilter } from "desk-filter"
import { diagnose } from "desk-filter/editor"
import { type Dispatch, lazy, Suspense, useDeferredValue, useMemo } from "react"
import type { Dataset } from "../data/dataset.ts"
import type { Action } from "../state/reducer.ts"
import type { State } from "../state/state.ts"
import { Databases } from "./databases.tsx"
import { countOf, matchesOf } from "./match.ts"
import { Meaning } from "./meaning.tsx"
import { Mistakes } from "./mistakes.tsx"
import { Panel } from "./panel.tsx"
import { Query } from "./query.tsx"
import { Records } from "./records.tsx"
import { Tree } from "./tree.tsx"

const Sql = lazy(() => import("./sql.tsx").then((module) => ({ default: module.Sql })))

interface Props {
  readonly state: State
  readonly dataset: Dataset
  readonly dispatch: Dispatch<Action>
  /** Whether the user has asked for the databases. */
  readonly areDatabasesOn: boolean
  readonly onDatabases: () => void
}

/** Everything that the page says about the text. */
export function Results({ state, dataset, dispatch, areDatabasesOn, onDatabases }: Props) {
  const text = useDeferredValue(state.text)
  const { schema, records, table } = dataset
  const parsed: ParseResult<Schema> = useMemo(() => safeParseFilter(schema, text), [schema, text])
  const diagnostics = useMemo(() => (parsed.ok ? [] : diagnose(schema, text)), [parsed, schema, text])
  const filter = parsed.ok ? parsed.filter : undefined
  const matches = useMemo(() => (filter ? matchesOf(filter, records) : undefined), [filter, records])
  const mistakes = diagnostics.length === 1 ? "1 mistake" : `${diagnostics.length} mistakes`
  const status = matches === undefined ? mistakes : countOf(matches)
  const common = { state, dispatch }
  return (
    <>
      <p role="status" className={filter ? "verdict" : "verdict bad"}>
        {status}
      </p>
      <Panel
        name="mistakes"
        title="Mistakes"
        summary={diagnostics.length === 0 ? "none" : mistakes}
        {...common}
      >
        <Mistakes
          text={text}
          diagnostics={diagnostics}
          onChange={(written) => {
            // The mistakes are those of an older text while the user types.
            if (text === state.text) dispatch({ type: "write", text: written })
          }}
        />
      </Panel>
      {filter && matches ? (
        <>
          <Panel name="meaning" title="In words" {...common}>
            <Meaning filter={filter} />
          </Panel>
          <Panel name="records" title="Records" summary={status} {...common}>
            <Records
              schema={schema}
              filter={filter}
              records={records}
              matches={matches}
              picked={state.record}
              onPick={(record) => dispatch({ type: "pick-record", record })}
            />
          </Panel>
          <Panel name="databases" title="Databases" {...common}>
            <Databases
              schema={schema}
              filter={filter}
              records={records}
              matches={matches}
              isOn={areDatabasesOn}
              onStart={onDatabases}
            />
          </Panel>
          <Panel name="sql" title="SQL" {...common}>
            <Suspense fallback={<p className="note">Loading…</p>}>
              <Sql
                schema={schema}
                filter={filter}
                table={table}
                dialect={state.dialect}
                onDialect={(dialect) => dispatch({ type: "pick-dialect", dialect })}
              />
            </Suspense>
          </Panel>
          <Panel name="query" title="Query string" {...common}>
            <Query filter={filter} table={table} />
          </Panel>
          <Panel name="tree" title="Tree" {...common}>
            <Tree filter={filter} />
          </Panel>
        </>
      ) : (
        <p className="note">Correct the mistakes to see what the filter means.</p>
      )}
    </>
  )
}
