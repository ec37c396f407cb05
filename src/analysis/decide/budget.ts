/** What {@link Spend} throws when no step is left. */
export const EXHAUSTED: unique symbol = /* @__PURE__ */ Symbol("exhausted")

/** Takes steps from a budget: each stands for about the same work, some ten nanoseconds. */
export type Spend = (steps: number) => void

export function budgetOf(steps: number): Spend {
  let left = steps
  return (spent) => {
    left -= spent
    if (left < 0) throw EXHAUSTED
  }
}
