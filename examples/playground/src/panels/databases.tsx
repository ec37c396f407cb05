import type { Filter, Schema } from "desk-filter"
import { useEffect, useState } from "react"
import type { DataRecord } from "../data/dataset.ts"
import type { DatabaseAnswer } from "../databases/index.ts"
import { messageOf } from "../message-of.ts"
import { agreement, engineTitles } from "./agreement.ts"
import type { Match } from "./match.ts"
import { shownValue } from "./shown-value.ts"

interface Props {
  readonly schema: Schema
  readonly filter: Filter<Schema>
  readonly records: readonly DataRecord[]
  readonly matches: readonly Match[]
  /** Whether the user has asked for the databases. */
  readonly isOn: boolean
  readonly onStart: () => void
}

/** The same filter on real databases. They are loaded when the user asks for them, and then run at each change. */
export function Databases({ schema, filter, records, matches, isOn, onStart }: Props) {
  const [answers, setAnswers] = useState<readonly DatabaseAnswer[]>([])
  const [problem, setProblem] = useState<string>()
  const [isRunning, setIsRunning] = useState(false)

  useEffect(() => {
    if (!isOn) return
    const controller = new AbortController()
    const { signal } = controller
    setAnswers([])
    setProblem(undefined)
    setIsRunning(true)
    const run = async () => {
      const { runOnDatabases } = await import("../databases/index.ts")
      for await (const answer of runOnDatabases(schema, records, filter, signal)) {
        if (signal.aborted) return
        setAnswers((old) => [...old, answer])
      }
    }
    run()
      .catch((error: unknown) => {
        if (!signal.aborted) setProblem(messageOf(error))
      })
      .finally(() => {
        if (!signal.aborted) setIsRunning(false)
      })
    return () => controller.abort()
  }, [isOn, schema, records, filter])

  if (!isOn)
    return (
      <>
        <p>Run the filter on SQLite and PostgreSQL, both inside this page, and compare their records.</p>
        <button type="button" className="primary" onClick={onStart}>
          Run on databases
        </button>
      </>
    )
  return (
    <>
      <p role="status" className="verdict">
        {isRunning && answers.length < 2
          ? "Running… PostgreSQL takes some seconds to start."
          : agreement(matches, answers)}
      </p>
      {problem !== undefined && <p className="problem">{problem}</p>}
      {answers.map((answer) => (
        <section key={answer.engine} className="engine">
          <h3>{engineTitles[answer.engine]}</h3>
          {"error" in answer ? (
            <p className="problem">{answer.error}</p>
          ) : (
            <>
              <p className="note">
                {answer.matches.length} records in {answer.milliseconds.toFixed(1)} ms
              </p>
              <pre>
                <code>{answer.text}</code>
              </pre>
              <p className="note">Values: {shownValue(answer.values)}</p>
            </>
          )}
        </section>
      ))}
    </>
  )
}
