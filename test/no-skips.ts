import type { Reporter, TestModule } from "vitest/node"

/** In CI, a skipped test counts as failed, because it proves nothing. */
export const noSkips: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const skipped = modules.flatMap((module) => [...module.children.allTests("skipped")])
    for (const test of skipped) console.error(`Skipped: ${test.fullName}`)
    if (skipped.length > 0) process.exitCode = 1
  },
}
