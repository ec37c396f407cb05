/** Quotes a name as the SQL standard does. Quotes inside the name are doubled, so that it cannot end them. */
export function inDoubleQuotes(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Quotes a name with backticks. Backticks inside the name are doubled. */
export function inBackticks(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``
}
