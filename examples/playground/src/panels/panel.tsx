import { type Dispatch, type ReactNode, useId } from "react"
import type { Action } from "../state/reducer.ts"
import type { PanelName, State } from "../state/state.ts"

interface Props {
  readonly name: PanelName
  readonly title: string
  /** A few words that also show while the panel is closed. */
  readonly summary?: string | undefined
  readonly state: State
  readonly dispatch: Dispatch<Action>
  readonly children: ReactNode
}

/** A part of the results that opens and closes. Its content exists only while it is open. */
export function Panel({ name, title, summary, state, dispatch, children }: Props) {
  const id = useId()
  const isOpen = state.open.includes(name)
  return (
    <section className="panel" aria-labelledby={`${id}-title`} data-panel={name}>
      <h2 id={`${id}-title`}>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={`${id}-content`}
          onClick={() => dispatch({ type: "toggle-panel", panel: name, isOpen: !isOpen })}
        >
          {title}
          {summary !== undefined && <span className="summary"> {summary}</span>}
        </button>
      </h2>
      <div id={`${id}-content`} className="panel-content" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  )
}
