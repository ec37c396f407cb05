import { applyEdits, type FixableDiagnostic } from "desk-filter/editor"

interface Props {
  readonly text: string
  readonly diagnostics: readonly FixableDiagnostic[]
  readonly onChange: (text: string) => void
}

/** The mistakes of the text, each with its fixes. */
export function Mistakes({ text, diagnostics, onChange }: Props) {
  if (diagnostics.length === 0) return <p className="note">The filter has no mistakes.</p>
  return (
    <ul className="mistakes">
      {diagnostics.map(({ code, message, span, hint, fixes }) => (
        <li key={`${code}-${span?.start}-${message}`}>
          <p>
            <strong>{message}</strong>
          </p>
          <p className="note">
            <code>{code}</code>
            {span && ` · line ${span.line}, column ${span.column}`}
          </p>
          {hint !== undefined && <p>{hint}</p>}
          {fixes.length > 0 && (
            <div className="actions">
              {fixes.map(({ title, edits }) => (
                <button key={title} type="button" onClick={() => onChange(applyEdits(text, edits))}>
                  {title}
                </button>
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
