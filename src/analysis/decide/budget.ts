/** What {@link Spend} throws when no step is left. */
export const EXHAUSTED: unique symbol = /* @__PURE__ */ Symbol("exhausted")

/** Takes steps from a budget: each stands for about the same work, some hundred nanoseconds. */
export type Spend = (steps: number) => void

/** How many steps a question may take, unless it says otherwise. */
export const DEFAULT_BUDGET = 200_000

/** @throws RangeError if the number of steps is not a positive integer */
export function budgetOf(steps = DEFAULT_BUDGET): Spend {
  if (!Number.isSafeInteger(steps) || steps < 1) throw new RangeError("budget must be a positive integer")
  let left = steps
  return (spent) => {
    left -= spent
    if (left < 0) throw EXHAUSTED
  }
}

/** What a task returns, or undefined if its budget ran out. */
export function withinBudget<Result>(task: () => Result): Result | undefined {
  try {
    return task()
  } catch (error) {
    if (error !== EXHAUSTED) throw error
    return undefined
  }
}
