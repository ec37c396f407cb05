/** A table of a page: the cells of its head, and those of each row. */
export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The tables of a Markdown text. */
export function tablesOf(markdown: string): Table[] {
  return [...markdown.matchAll(/^(\|.*\|)\n\|[-|]+\|\n((?:\|.*\|\n)+)/gm)].map(
    ([, head = "", rows = ""]) => ({
      head: cellsOf(head),
      rows: rows.trimEnd().split("\n").map(cellsOf),
    }),
  )
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim())
}

/** The code in a cell that contains only code. */
export function codeOf(cell: string): string {
  const [, code] = /^`(.*)`$/.exec(cell) ?? []
  if (code === undefined) throw new Error(`Expected only code in the cell ${cell}`)
  return code
}
