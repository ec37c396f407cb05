/** What {@link Spend} throws when no step is left. */
export const EXHAUSTED: unique symbol = /* @__PURE__ */ Symbol("exhausted")

/** Takes steps from a budget: each stands for about the same work, some ten nanoseconds. */
export type Spend = (steps: number) => void

/** @throws RangeError if the number of steps is not positive */
export function budgetOf(steps: number): Spend {
  if (!(steps > 0)) throw new RangeError("budget must be a positive number of steps")
  let left = steps
  return (spent) => {
    left -= spent
    if (left < 0) throw EXHAUSTED
  }
}
