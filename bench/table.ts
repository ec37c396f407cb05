/** The cells of a row, beginning with what it is about. */
export type Row = readonly string[]

/** The results of one part of the benchmark. */
export interface Table {
  readonly title: string
  /** Explains the measurement and its limits. */
  readonly note: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/** Writes the table in Markdown, with aligned columns for terminals. */
export function markdownOf({ title, note, columns, rows }: Table): string {
  const lines = [columns, ...rows]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const cells = (line: readonly string[]) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
  const [head = "", ...body] = lines.map((line) => `| ${cells(line).join(" | ")} |`)
  const rule = `|${widths.map((width, i) => (i === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`
  return `## ${title}\n\n${note}\n\n${[head, rule, ...body].join("\n")}\n`
}

/** Writes a ratio with two decimals below 10, else as an integer. */
export function ratio(of: number, to: number): string {
  const value = of / to
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`
}

/** Writes a time in a suitable unit. */
export function duration(nanos: number): string {
  if (nanos < 1e3) return `${nanos.toFixed(nanos < 10 ? 1 : 0)} ns`
  if (nanos < 1e6) return `${(nanos / 1e3).toFixed(1)} µs`
  return nanos < 1e9 ? `${(nanos / 1e6).toFixed(1)} ms` : `${(nanos / 1e9).toFixed(2)} s`
}
