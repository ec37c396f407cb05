import { type Dispatch, useEffect, useRef, useState } from "react"
import { MAX_FRAGMENT, readFragment, writeFragment } from "./fragment.ts"
import type { Action } from "./reducer.ts"
import type { State } from "./state.ts"

/** Keeps the state in the address. Returns a message if that is not possible, or if a link was broken. */
export function useFragment(
  state: State,
  dispatch: Dispatch<Action>,
  initialProblems: readonly string[],
): readonly string[] {
  const [problems, setProblems] = useState(initialProblems)
  const written = useRef(location.hash)

  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(async () => {
      const fragment = `#${await writeFragment(state)}`
      if (!isCurrent || fragment === written.current) return
      if (fragment.length > MAX_FRAGMENT) {
        const length = fragment.length.toLocaleString("en")
        setProblems([
          `A link to this page would have ${length} characters. Many programs cut links off, so the limit is ${MAX_FRAGMENT.toLocaleString("en")}. Paste fewer records to share them.`,
        ])
        return
      }
      written.current = fragment
      history.replaceState(null, "", fragment)
      setProblems((old) => (old.some((text) => text.startsWith("A link to")) ? [] : old))
    }, 250)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [state])

  useEffect(() => {
    const restore = async () => {
      if (location.hash === written.current) return
      written.current = location.hash
      const restored = await readFragment(location.hash)
      setProblems(restored.problems)
      dispatch({ type: "restore", state: restored.state })
    }
    addEventListener("hashchange", restore)
    return () => removeEventListener("hashchange", restore)
  }, [dispatch])

  return problems
}
