// @vitest-environment happy-dom
import { customers } from "desk-filter/desk"
import { expect, test } from "vitest"
import { completeIn } from "../../examples/textarea/filter-textarea.ts"

function typed(text: string) {
  document.body.innerHTML =
    '<textarea aria-label="Filter"></textarea><ul id="list" aria-label="Completions"></ul>'
  const textarea = document.querySelector("textarea") as HTMLTextAreaElement
  const list = document.querySelector("ul") as HTMLUListElement
  completeIn(textarea, list, customers)
  textarea.value = text
  textarea.setSelectionRange(text.length, text.length)
  textarea.dispatchEvent(new Event("input"))
  const press = (key: string) => textarea.dispatchEvent(new KeyboardEvent("keydown", { key }))
  return { textarea, list, press }
}

test("the keyboard chooses a completion", () => {
  const { textarea, list, press } = typed('{"sta')
  expect(textarea.getAttribute("aria-expanded")).toBe("true")
  expect(list.children[0]?.textContent).toBe("state – string, may be null")
  press("ArrowDown")
  expect(textarea.getAttribute("aria-activedescendant")).toBe("list-1")
  press("ArrowUp")
  press("Enter")
  expect(textarea.value).toBe('{"state":""}')
  expect(textarea.selectionStart).toBe(10)
  expect(list.hidden).toBe(true)
})

test("the list closes when the caret moves or the focus leaves", () => {
  const moved = typed('{"sta')
  moved.textarea.dispatchEvent(new KeyboardEvent("keyup", { key: "ArrowLeft" }))
  expect(moved.list.hidden).toBe(true)
  const left = typed('{"sta')
  left.textarea.dispatchEvent(new Event("blur"))
  expect(left.list.hidden).toBe(true)
  const { textarea, list } = typed('{"sta')
  textarea.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey: true }))
  expect(list.hidden).toBe(false)
})

test("Escape closes the list, and a click chooses", () => {
  const first = typed('{"sta')
  first.press("Escape")
  expect(first.list.hidden).toBe(true)
  const { textarea, list } = typed('{"sta')
  ;(list.children[0] as HTMLElement).click()
  expect(textarea.value).toBe('{"state":""}')
})
