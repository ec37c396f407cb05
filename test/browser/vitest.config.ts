import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import shared from "../../vitest.config.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The suite of `npm run test:browser`: it builds the playground and uses it in Chromium. */
export default defineConfig({
  ...shared,
  root: here("../.."),
  resolve: {
    alias: {
      "playwright-core": here("../../examples/playground/node_modules/playwright-core/index.mjs"),
    },
  },
  test: {
    ...shared.test,
    include: ["test/browser/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: here("setup.ts"),
    maxWorkers: 2,
    testTimeout: 180_000,
  },
})
