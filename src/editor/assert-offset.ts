/** @throws RangeError if the offset is not in the text */
export function assertOffset(text: string, offset: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length)
    throw new RangeError(`The offset must be an integer from 0 to ${text.length}, the length of the text`)
}
