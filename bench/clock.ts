import { do_not_optimize, measure } from "mitata"

/** How long to measure. */
export interface MeasureOptions {
  /** How often each task is measured. */
  readonly rounds: number
  /** The minimum time of one measurement. */
  readonly millis: number
}

/**
 * Measures the nanoseconds of one call of each task. Every round measures every task, so that other load on the
 * machine affects all tasks alike. The result of a task is its best round, which had the least interference.
 */
export async function timeEach<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>,
  { rounds, millis }: MeasureOptions = { rounds: 5, millis: 60 },
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(tasks) as Name[]
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    Name,
    number
  >
  for (let round = 0; round < rounds; round++) {
    for (const name of names) best[name] = Math.min(best[name], await time(tasks[name], millis))
  }
  return best
}

/** The mean of the faster half of the samples, in nanoseconds. */
async function time(task: () => unknown, millis: number): Promise<number> {
  const { samples } = await measure(() => do_not_optimize(task()), {
    min_cpu_time: millis * 1e6,
    batch_samples: 256,
    // A forced garbage collection can discard compiled code. A server would keep that code.
    gc: false,
  })
  const fastest = samples.slice(0, Math.max(1, samples.length >> 1))
  return fastest.reduce((sum, sample) => sum + sample, 0) / fastest.length
}
