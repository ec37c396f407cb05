/** What a chapter of the benchmark found. */
export interface Table {
  readonly title: string
  /** How it was measured, and what it leaves out. */
  readonly note: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The table in Markdown, its columns aligned, so that a terminal shows it as well. */
export function markdownOf({ title, note, columns, rows }: Table): string {
  const lines = [columns, ...rows]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const cells = (line: readonly string[]) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
  const [head = "", ...body] = lines.map((line) => `| ${cells(line).join(" | ")} |`)
  const rule = `|${widths.map((width, i) => (i === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`
  return `## ${title}\n\n${note}\n\n${[head, rule, ...body].join("\n")}\n`
}

/** A ratio, as it is quoted: to two digits. */
export function ratio(of: number, to: number): string {
  const value = of / to
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`
}

/** A time in the unit that fits it. */
export function duration(nanos: number): string {
  if (nanos < 1e3) return `${nanos.toFixed(nanos < 10 ? 1 : 0)} ns`
  if (nanos < 1e6) return `${(nanos / 1e3).toFixed(1)} µs`
  return nanos < 1e9 ? `${(nanos / 1e6).toFixed(1)} ms` : `${(nanos / 1e9).toFixed(2)} s`
}
