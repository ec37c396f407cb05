/** A name in the quotes of the SQL standard; one inside of it is doubled, so that no name can end them. */
export function inDoubleQuotes(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A name in backticks; one inside of it is doubled. */
export function inBackticks(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``
}
