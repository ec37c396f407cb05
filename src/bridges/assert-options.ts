/**
 * Rejects options that a function does not have. A misspelt option must not be ignored.
 *
 * @throws RangeError: a mistake of the program
 */
export function assertOptions(options: object, known: readonly string[]): void {
  for (const name of Object.keys(options))
    if (!known.includes(name)) throw new RangeError(`There is no option named ${name}`)
}
