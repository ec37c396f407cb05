/**
 * Measures the functions of an editor on texts of 1 kB and 16 kB: a filter, the same filter with a mistake near its start,
 * and the beginning of the filter. `npm run bench:editor` runs it for about 20 seconds and prints a table.
 *
 * The contenders take turns in one process (clock.ts). The ratio is to jsonc-parser, which is what editors for JSON use:
 * to `getLocation` for a question about an offset, and to `format`. It knows neither fields nor fixes. Other questions
 * are compared with `JSON.parse` of the whole filter.
 */

import { customers } from "desk-filter/desk"
import { complete, diagnose, format, hover, minify, symbols } from "desk-filter/editor"
import { applyEdits, format as formatJson, getLocation } from "jsonc-parser"
import { timeEach } from "./clock.ts"
import { duration, markdownOf, ratio, type Table } from "./table.ts"

function filterOf(length: number): string {
  const filters: string[] = []
  for (let id = 1; filters.join().length < length - 130; id++)
    filters.push(
      `{"firstName":{"$contains":"name ${id}"},"id":{"$in":[${id},${id + 1}]},"createdAt":{"$gte":"2024-01-01"}}`,
    )
  return `{"$or":[${filters}]}`
}

async function rowsFor(length: number): Promise<string[][]> {
  const filter = filterOf(length)
  const mistaken = filter.replace('"$contains"', "$contains").replace('"createdAt"', '"createdat"')
  const middle = filter.indexOf('"id"', length / 2) + 3
  const unfinished = `${filter.slice(0, middle)}`
  const times = await timeEach({
    "JSON.parse": () => JSON.parse(filter),
    getLocation: () => getLocation(filter, middle),
    "format of jsonc-parser": () =>
      applyEdits(filter, formatJson(filter, undefined, { tabSize: 2, insertSpaces: true })),
    "complete, a filter": () => complete(customers, filter, middle),
    "complete, unfinished": () => complete(customers, unfinished, unfinished.length),
    "complete, with a mistake": () => complete(customers, mistaken, middle - 2),
    "hover, a filter": () => hover(customers, filter, middle),
    "hover, with a mistake": () => hover(customers, mistaken, middle - 2),
    "diagnose, a filter": () => diagnose(customers, filter),
    "diagnose, with a mistake": () => diagnose(customers, mistaken),
    "format, a filter": () => format(filter),
    "minify, a filter": () => minify(filter),
    "symbols, a filter": () => symbols(customers, filter),
  })
  const peers: Readonly<Record<string, keyof typeof times>> = {
    complete: "getLocation",
    hover: "getLocation",
    format: "format of jsonc-parser",
  }
  return Object.entries(times).map(([name, nanos]) => {
    const peer = peers[name.split(",")[0] ?? ""] ?? "JSON.parse"
    return [`${length / 1000} kB: ${name}`, duration(nanos), peer, ratio(nanos, times[peer])]
  })
}

const table: Table = {
  title: "Functions of an editor",
  note: "The time of one call, and its ratio to that of a peer on the filter without a mistake.",
  columns: ["", "time", "peer", "×"],
  rows: [...(await rowsFor(1000)), ...(await rowsFor(16_000))],
}
console.log(markdownOf(table))
