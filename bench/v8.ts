import { timeEach } from "./clock.ts"
import { ratio, type Table } from "./table.ts"

/**
 * What the code relies on about V8. Each row compares two ways to do the same on short arrays, as filters have them.
 * Comments in src and grammar that name V8 refer to these rows.
 */
export async function v8Table(): Promise<Table> {
  const frozen = Object.freeze([1, 2, 3, 4, 5, 6])
  const isOdd = (n: number) => n % 2 === 1
  const pairs: readonly (readonly [name: string, plain: () => unknown, chosen: () => unknown])[] = [
    [
      "map a frozen array of six: map itself, or replace the items of a copy",
      () => frozen.map((n) => n * 2),
      () => {
        const copy = [...frozen]
        for (let i = 0; i < copy.length; i++) copy[i] = (copy[i] ?? 0) * 2
        return copy
      },
    ],
    [
      "filter a frozen array of six: filter itself, or filter a copy",
      () => frozen.filter(isOdd),
      () => [...frozen].filter(isOdd),
    ],
    [
      "sort six numbers: Array.prototype.sort, or an insertion sort",
      () => [4, 1, 3, 6, 2, 5].sort((a, b) => a - b),
      () => insertionSort([4, 1, 3, 6, 2, 5]),
    ],
  ]
  const rows: string[][] = []
  for (const [name, plain, chosen] of pairs) {
    const times = await timeEach({ plain, chosen })
    rows.push([name, ratio(times.plain, times.chosen)])
  }
  return {
    title: "What the code relies on about V8",
    note: `V8 ${process.versions.v8}. The figure is the time of the first way divided by that of the second, which the code uses.`,
    columns: ["", "first / second"],
    rows,
  }
}

function insertionSort(numbers: number[]): number[] {
  for (let index = 1; index < numbers.length; index++) {
    const number = numbers[index] ?? 0
    let position = index
    while (position > 0 && (numbers[position - 1] ?? 0) > number) {
      numbers[position] = numbers[position - 1] ?? 0
      position--
    }
    numbers[position] = number
  }
  return numbers
}
