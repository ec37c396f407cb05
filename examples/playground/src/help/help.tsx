import { operators } from "desk-filter"
import { useEffect, useId, useRef } from "react"
import { Keys } from "./keys.tsx"
import diagrams from "./railroad-diagrams.json"

/** A dialog with the keys, the operators and the syntax. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <div className="pane-head">
        <h2 id={id}>Help</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls the help by focusing it */}
      <section className="help" tabIndex={0} aria-label="Content of the help">
        <p>
          A filter is a JSON object. Its members name fields and are joined by AND. A bare value is compared
          with <code>$eq</code>. <code>null</code> is a missing value.
        </p>
        <Keys />
        <Operators />
        <h3>Syntax</h3>
        <p>White space is allowed between any two tokens.</p>
        {diagrams.map(({ name, svg }) => (
          <figure key={name}>
            <figcaption>
              <code>{name}</code>
            </figcaption>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the generator of the grammar wrote it */}
            <div className="diagram" dangerouslySetInnerHTML={{ __html: svg }} />
          </figure>
        ))}
      </section>
    </dialog>
  )
}

function Operators() {
  return (
    <>
      <h3>Operators</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Operator</th>
            <th scope="col">True when</th>
            <th scope="col">Example</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(operators).map(([name, { doc, example }]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{doc.replaceAll("`", "")}</td>
              <td>
                <code>{example}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
