import { expect, test } from "vitest"
import { readFragment, writeFragment } from "../../examples/playground/src/state/fragment.ts"
import { initialState, type State } from "../../examples/playground/src/state/state.ts"

const state: State = {
  text: '{"name":"Zoë 😀"}',
  source: { kind: "pasted", text: "name\nZoë" },
  fieldEdits: { name: { type: "string", nullable: true, caseSensitive: false } },
  dialect: "duckdb",
  open: ["tree", "sql"],
  record: 3,
}

test("a link restores the state", async () => {
  const restored = await readFragment(`#${await writeFragment(state)}`)
  expect(restored.problems).toEqual([])
  expect(restored.state).toEqual({ ...state, open: ["sql", "tree"] })
})

test("a page without a fragment has the initial state", async () => {
  expect(await readFragment("")).toEqual({ state: initialState, problems: [] })
})

test.each(["#", "#x", "#%00", "#AAAA", "#e30"])(
  "the fragment %s is read without an exception",
  async (fragment) => {
    expect((await readFragment(fragment)).state).toEqual(initialState)
  },
)

test("a fragment that is cut off has a message", async () => {
  const whole = await writeFragment(state)
  const restored = await readFragment(`#${whole.slice(0, whole.length / 2)}`)
  expect(restored).toEqual({
    state: initialState,
    problems: ["The link cannot be read. It may be cut off."],
  })
})

test("an invalid part is ignored with a message, and the others are kept", async () => {
  const broken = {
    ...state,
    dialect: "constructor",
    record: -1,
    source: { kind: "sample", name: "__proto__" },
  }
  const { state: found, problems } = await readFragment(await writeFragment(broken as unknown as State))
  expect(found.text).toBe(state.text)
  expect(found.dialect).toBe("postgres")
  expect(found.source).toEqual(initialState.source)
  expect(found.record).toBeUndefined()
  expect(problems).toHaveLength(3)
})

test("a fragment that unpacks to a very long state is refused", async () => {
  const fragment = await writeFragment({ ...state, text: " ".repeat(5_000_000) })
  expect(fragment.length).toBeLessThan(10_000)
  expect((await readFragment(fragment)).problems).toHaveLength(1)
})
