import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import shared from "../../vitest.config.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The suite of `npm run test:engines`: tests that need servers or large packages. */
export default defineConfig({
  ...shared,
  root: here("../.."),
  test: {
    ...shared.test,
    include: ["test/servers/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: here("start.ts"),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // chdb allows one session in a process.
    isolate: true,
    // The servers are shared, and the machine may be small.
    fileParallelism: false,
  },
})
