import { do_not_optimize, measure } from "mitata"

/** How long is measured: so many turns for each work, each of at least so many milliseconds. */
export interface Patience {
  readonly turns: number
  readonly millis: number
}

/**
 * Nanoseconds that one call of each work takes. The works take turns, so that a busy spell of the machine
 * meets all of them alike; of each the best turn counts, which was disturbed least.
 */
export async function timeEach<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  { turns, millis }: Patience = { turns: 5, millis: 60 },
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(works) as Name[]
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    Name,
    number
  >
  for (let turn = 0; turn < turns; turn++) {
    for (const name of names) best[name] = Math.min(best[name], await time(works[name], millis))
  }
  return best
}

/** The mean of the better half of the samples, in nanoseconds. */
async function time(work: () => unknown, millis: number): Promise<number> {
  const { samples } = await measure(() => do_not_optimize(work()), {
    min_cpu_time: millis * 1e6,
    batch_samples: 256,
  })
  const better = samples.slice(0, Math.max(1, samples.length >> 1))
  return better.reduce((sum, sample) => sum + sample, 0) / better.length
}
