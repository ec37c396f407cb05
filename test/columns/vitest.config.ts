import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import shared from "../../vitest.config.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The suite of `npm run test:columns`: each type of column that a mapping can name, on its database. */
export default defineConfig({
  ...shared,
  root: here("../.."),
  test: {
    ...shared.test,
    include: ["test/columns/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: here("setup.ts"),
    testTimeout: 300_000,
    // chdb allows one session in a process.
    isolate: true,
  },
})
