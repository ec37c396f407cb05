/** A line of a chart. Each point is a size and a time in nanoseconds. */
export interface Line {
  readonly name: string
  readonly points: readonly (readonly [size: number, nanos: number])[]
}

/** A bar of a chart. */
export interface Bar {
  readonly name: string
  readonly value: number
  readonly ours: boolean
}

const WIDTH = 760
const INK = "#444"
const OURS = "#2f6db5"
const OTHERS = "#b9c2cc"
const COLOURS = ["#2f6db5", "#c2571a", "#3d8b4f", "#8a4fae", "#b08900", "#c03a5b", "#4d6a79"]

/** Draws horizontal bars. The longest bar fills the width. */
export function barChart(title: string, unit: string, bars: readonly Bar[]): string {
  const [row, left, right] = [26, 200, 80]
  const longest = Math.max(...bars.map(({ value }) => value))
  const body = bars.map(({ name, value, ours }, i) => {
    const y = 44 + i * row
    const width = (value / longest) * (WIDTH - left - right)
    return [
      `<text x="${left - 8}" y="${y + 13}" text-anchor="end">${escapeXml(name)}</text>`,
      `<rect x="${left}" y="${y}" width="${width.toFixed(1)}" height="${row - 8}" fill="${ours ? OURS : OTHERS}"/>`,
      `<text x="${(left + width + 6).toFixed(1)}" y="${y + 13}">${value.toFixed(0)} ${unit}</text>`,
    ].join("\n")
  })
  return svg(title, 56 + bars.length * row, body)
}

/** Draws lines on logarithmic scales. A linear cost rises by one decade per decade. */
export function lineChart(title: string, lines: readonly Line[]): string {
  const [left, top, bottom, legend] = [64, 40, 400, 250]
  const right = WIDTH - legend
  const points = lines.flatMap((line) => line.points)
  const [x, y] = [
    scale(
      points.map(([size]) => size),
      left,
      right,
    ),
    scale(
      points.map(([, nanos]) => nanos),
      bottom,
      top,
    ),
  ]
  const grid = [
    ...x.decades.map(
      (decade) =>
        `<line x1="${x.at(decade)}" y1="${top}" x2="${x.at(decade)}" y2="${bottom}" stroke="#e3e6ea"/><text x="${x.at(decade)}" y="${bottom + 18}" text-anchor="middle">${shortNumber(decade)}</text>`,
    ),
    ...y.decades.map(
      (decade) =>
        `<line x1="${left}" y1="${y.at(decade)}" x2="${right}" y2="${y.at(decade)}" stroke="#e3e6ea"/><text x="${left - 6}" y="${Number(y.at(decade)) + 4}" text-anchor="end">${shortTime(decade)}</text>`,
    ),
  ]
  const drawn = lines.map(({ name, points }, i) => {
    const colour = COLOURS[i % COLOURS.length]
    const path = points.map(([size, nanos]) => `${x.at(size)},${y.at(nanos)}`).join(" ")
    const labelY = top + 14 + i * 22
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>
<line x1="${right + 16}" y1="${labelY - 4}" x2="${right + 40}" y2="${labelY - 4}" stroke="${colour}" stroke-width="2"/>
<text x="${right + 48}" y="${labelY}">${escapeXml(name)}</text>`
  })
  return svg(title, bottom + 32, [...grid, ...drawn])
}

/** A logarithmic scale that starts and ends at a power of ten. */
function scale(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.ceil(Math.log10(Math.max(...values)))
  return {
    at: (value: number) => (from + ((Math.log10(value) - low) / (high - low)) * (to - from)).toFixed(1),
    decades: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
  }
}

function shortNumber(value: number): string {
  return value < 1e3 ? String(value) : value < 1e6 ? `${value / 1e3}k` : `${value / 1e6}M`
}

function shortTime(nanos: number): string {
  if (nanos < 1e3) return `${nanos} ns`
  return nanos < 1e6 ? `${nanos / 1e3} µs` : nanos < 1e9 ? `${nanos / 1e6} ms` : `${nanos / 1e9} s`
}

function svg(title: string, height: number, body: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}">
<title>${escapeXml(title)}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="24" font-size="15">${escapeXml(title)}</text>
${body.join("\n")}
</svg>
`
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}
