/** Whether a value is in the list. The set is made for the first value: an earlier condition often decides without it. */
export function listed(values: readonly unknown[]): (value: unknown) => boolean {
  let set: ReadonlySet<unknown> | undefined
  return (value) => {
    set ??= new Set(values)
    return set.has(value)
  }
}
