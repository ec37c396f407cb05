/** A table of Markdown. Cells must be escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n")
}

/** Code in a cell of a table. Other characters than those of ASCII are escaped: some look alike, or like nothing. */
export function code(text: string): string {
  const oneLine = text
    .replaceAll("\n", "\\n")
    .replaceAll("|", "\\|")
    .replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
  // A backtick would end the code.
  return oneLine.includes("`") ? `\`\` ${oneLine} \`\`` : `\`${oneLine}\``
}

/** Ids, with a range in place of three and more that follow each other: 1, 3–5. */
export function idList(ids: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const id of ids) {
    const range = ranges.at(-1)
    if (range !== undefined && range[1] === id - 1) range[1] = id
    else ranges.push([id, id])
  }
  const texts = ranges.map(([first, last]) =>
    last - first < 2 ? (first === last ? `${first}` : `${first}, ${last}`) : `${first}–${last}`,
  )
  return texts.join(", ") || "none"
}
