/** A name for a new index. A database does not create one whose name the table has already. */
export function freeName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map((other) => other.toLowerCase()))
  let free = name
  for (let i = 2; known.has(free.toLowerCase()); i++) free = `${name}_${i}`
  return free
}
