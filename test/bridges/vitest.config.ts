import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import shared from "../../vitest.config.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The suite of `npm run test:bridges`: the query builders, grids and filter libraries answer what the bridges make of their models. */
export default defineConfig({
  ...shared,
  root: here("../.."),
  test: {
    ...shared.test,
    include: ["test/bridges/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: here("setup.ts"),
  },
})
