/** Ids of every type. Some look alike, and -0 is the same key of a Map as 0. */
export const ids: readonly unknown[] = [
  ...[0, -0, 1, "0", "", "a", undefined, null, Number.NaN, true, 1n, "undefined", "__proto__"],
  ...[{}, {}, [], [], Symbol("a"), Symbol("a"), Symbol.for("a"), () => 1, new Date(0)],
]

const labels = new Map(ids.map((id, i) => [id, `id ${i}`]))

/** A text for an id, for messages and comparisons. Ids have the same text exactly if they are the same key of a Map. */
export function labelOf(id: unknown): string {
  return labels.get(id) ?? `other ${typeof id} ${String(id)}`
}

/** The texts of ids, sorted: the order of what matches means nothing. An id that occurs twice is twice in the list. */
export function labelsOf(some: Iterable<unknown>): readonly string[] {
  return [...some].map(labelOf).sort()
}
