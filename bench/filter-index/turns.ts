/** What is measured: a pass over all records or filters of a contender. */
export interface Task {
  readonly pass: () => unknown
  /** How many records or filters a pass has. */
  readonly size: number
}

/** How long to measure. */
export interface Turns {
  readonly rounds: number
  /** The minimum time of a turn. A turn has one pass at least. */
  readonly millis: number
}

/**
 * Measures the nanoseconds of one record of each task, as `timeEach` does: the tasks take turns, a turn discards the
 * slower half of its samples, and the result is the best turn. A sample is a whole pass here, because some records take
 * much longer than others: to discard single records would be to discard the difficult ones.
 */
export async function timeTurns<Name extends string>(
  tasks: Readonly<Record<Name, Task>>,
  { rounds, millis }: Turns,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(tasks) as Name[]
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    Name,
    number
  >
  for (let round = 0; round < rounds; round++)
    for (const name of names) best[name] = Math.min(best[name], await turn(tasks[name], millis))
  return best
}

async function turn({ pass, size }: Task, millis: number): Promise<number> {
  const samples: number[] = []
  for (let total = 0; total < millis * 1e6; ) {
    const start = process.hrtime.bigint()
    const answer = pass()
    if (answer instanceof Promise) await answer
    const nanos = Number(process.hrtime.bigint() - start)
    samples.push(nanos)
    total += nanos
  }
  samples.sort((a, b) => a - b)
  const fastest = samples.slice(0, Math.max(1, samples.length >> 1))
  return fastest.reduce((sum, sample) => sum + sample, 0) / fastest.length / size
}
