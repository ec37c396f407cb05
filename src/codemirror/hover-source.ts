import type { Extension } from "@codemirror/state"
import { EditorView, type HoverTooltipSource } from "@codemirror/view"
import type { Hover } from "../editor/hover.ts"

/** The style of the tooltip. A theme overrides it. */
export const hoverTheme: Extension = /* @__PURE__ */ EditorView.baseTheme({
  ".cm-desk-filter-hover": { maxWidth: "40em", padding: "3px 8px" },
  ".cm-desk-filter-hover p": { margin: "0.3em 0", whiteSpace: "pre-line", overflowWrap: "anywhere" },
})

/** Shows what the name or the value under the pointer means. */
export function hoverSource(find: (text: string, offset: number) => Hover | undefined): HoverTooltipSource {
  return (view, pos, side) => {
    const found = find(view.state.doc.toString(), pos)
    if (found === undefined) return null
    const { span, text } = found
    // At the edge of a name, the pointer may be over the character beside it.
    if ((pos === span.start && side < 0) || (pos === span.end && side > 0)) return null
    return { pos: span.start, end: span.end, above: true, create: () => ({ dom: paragraphs(view, text) }) }
  }
}

function paragraphs(view: EditorView, text: string): HTMLElement {
  const document = view.dom.ownerDocument
  const dom = document.createElement("div")
  dom.className = "cm-desk-filter-hover"
  for (const paragraph of text.split("\n\n")) {
    // Text of a schema or a filter must never become HTML.
    dom.appendChild(document.createElement("p")).textContent = paragraph
  }
  return dom
}
