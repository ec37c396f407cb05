/** The entries of a table of column types: one for each name of a type. */
export function named<Answers>(
  answers: Answers,
  ...names: readonly string[]
): (readonly [string, Answers])[] {
  return names.map((name) => [name, answers])
}
