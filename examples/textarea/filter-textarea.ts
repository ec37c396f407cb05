import type { Schema } from "desk-filter"
import { applyEdits, type Completion, complete } from "desk-filter/editor"

/** Shows completions in a list (role="listbox") below a textarea, as ARIA's combobox pattern describes. */
export function completeIn(textarea: HTMLTextAreaElement, list: HTMLElement, schema: Schema): void {
  let found: readonly Completion[] = []
  let active = 0

  function show(completions: readonly Completion[], index = 0): void {
    found = completions
    active = index
    const options = found.map(({ label, detail }, i) => {
      const option = document.createElement("li")
      option.id = `${list.id}-${i}`
      option.setAttribute("role", "option")
      option.setAttribute("aria-selected", String(i === active))
      option.textContent = detail === undefined ? label : `${label} – ${detail}`
      // The textarea keeps the focus.
      option.addEventListener("mousedown", (event) => event.preventDefault())
      option.addEventListener("click", () => accept(i))
      return option
    })
    list.replaceChildren(...options)
    options[active]?.scrollIntoView?.({ block: "nearest" })
    list.hidden = found.length === 0
    textarea.setAttribute("aria-expanded", String(!list.hidden))
    const id = options[active]?.id
    if (id === undefined) textarea.removeAttribute("aria-activedescendant")
    else textarea.setAttribute("aria-activedescendant", id)
  }

  function accept(index: number): void {
    const completion = found[index]
    if (completion === undefined) return
    textarea.value = applyEdits(textarea.value, [completion.edit])
    textarea.setSelectionRange(completion.selection.start, completion.selection.end)
    show([])
  }

  const move = (by: number) => show(found, (active + by + found.length) % found.length)
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => accept(active),
    Escape: () => show([]),
  }

  textarea.setAttribute("role", "combobox")
  textarea.setAttribute("aria-autocomplete", "list")
  textarea.setAttribute("aria-controls", list.id)
  list.setAttribute("role", "listbox")
  show([])
  textarea.addEventListener("input", () => show(complete(schema, textarea.value, textarea.selectionStart)))
  textarea.addEventListener("blur", () => show([]))
  // The completions are those of another position once the caret moves.
  textarea.addEventListener("click", () => show([]))
  textarea.addEventListener("keyup", ({ key }) => {
    if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) show([])
  })
  textarea.addEventListener("keydown", (event) => {
    const act = keys[event.key]
    const isOther = event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
    if (act === undefined || list.hidden || isOther) return
    event.preventDefault()
    act()
  })
}
