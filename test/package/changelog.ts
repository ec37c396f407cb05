/** A released version of a changelog in the format of Keep a Changelog. */
export interface Release {
  /** As in `2024-02-29`. */
  readonly date: string
  /** The Markdown below the heading. */
  readonly text: string
}

/** The section of a version, or undefined if there is none with a date and a text. */
export function releaseOf(changelog: string, version: string): Release | undefined {
  const [, ...sections] = changelog.split(/^## /m)
  for (const section of sections) {
    const [, name, date = ""] = /^\[(.+?)\] - (\d{4}-\d{2}-\d{2})$/m.exec(section) ?? []
    const text = section.slice(section.indexOf("\n") + 1).trim()
    if (name === version && text !== "") return { date, text }
  }
  return undefined
}
