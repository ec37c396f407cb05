// @vitest-environment happy-dom
import { EditorState } from "@codemirror/state"
import { EditorView, type Tooltip } from "@codemirror/view"
import { afterAll, describe, expect, test, vi } from "vitest"
import { hoverSource, hoverTheme } from "../../src/codemirror/hover-source.ts"
import type { Hover } from "../../src/editor.ts"

const found: Hover = { span: { start: 1, end: 8 }, text: "state\n\n<b>Enum</b>:\nactive & more" }

const view = new EditorView({
  state: EditorState.create({ doc: '{"state":"active"}', extensions: [hoverTheme] }),
})

afterAll(() => view.destroy())

const tooltipAt = (pos: number, side: -1 | 1, hover: Hover | undefined = found) =>
  hoverSource(() => hover)(view, pos, side) as Tooltip | null

describe("the tooltip", () => {
  test("covers the name that it explains", () => {
    const find = vi.fn(() => found)
    expect(hoverSource(find)(view, 3, 1)).toMatchObject({ pos: 1, end: 8, above: true })
    expect(find).toHaveBeenCalledExactlyOnceWith('{"state":"active"}', 3)
  })

  test("has a paragraph for each part, and no HTML of the schema", () => {
    const dom = tooltipAt(3, 1)?.create(view).dom
    expect(dom?.className).toBe("cm-desk-filter-hover")
    expect(Array.from(dom?.children ?? [], ({ tagName, textContent }) => [tagName, textContent])).toEqual([
      ["P", "state"],
      ["P", "<b>Enum</b>:\nactive & more"],
    ])
    expect(dom?.querySelector("b")).toBeNull()
  })

  test("does not appear where nothing is explained", () => {
    expect(hoverSource(() => undefined)(view, 0, 1)).toBeNull()
  })

  test.each([
    [1, -1, false],
    [1, 1, true],
    [8, -1, true],
    [8, 1, false],
  ] as const)("at %i belongs to the character on the side %i", (pos, side, isShown) => {
    expect(tooltipAt(pos, side) !== null).toBe(isShown)
  })
})
