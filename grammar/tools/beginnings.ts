/** The words for what a rule begins with, for messages. A rule without words begins with a value. */
export const beginnings: Readonly<Record<string, string>> = {
  entry: "a field name in double quotes",
  operation: 'an operator such as "$eq"',
  misplacedMemberName: "a name in double quotes",
}
