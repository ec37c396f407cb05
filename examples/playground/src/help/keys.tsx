const keys = [
  ["Ctrl Space", "Show completions. On a Mac, the keys may be Alt `."],
  ["Enter", "Take the completion"],
  ["F8", "Go to the next mistake"],
  ["Ctrl Shift M", "List the mistakes and their fixes"],
  ["Ctrl Z, Ctrl Y", "Undo, redo"],
  ["Tab", "Leave the editor"],
] as const

/** The keys of the editor. */
export function Keys() {
  return (
    <>
      <h3>Keys</h3>
      <dl className="keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
