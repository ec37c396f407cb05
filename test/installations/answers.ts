/** What every program in consumers/ gets from the package. */
export const answers = {
  query: "filter=%7B%22state%22%3A%22active%22%7D",
  sql: "`state` = ? COLLATE BINARY",
  matches: true,
  mistake: 'did you mean "state"?',
}
