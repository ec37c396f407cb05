import { defineConfig } from "vitest/config"
import shared, { large } from "./vitest.config.ts"

/** The suite of `npm run test:large`: what would make `npm test` take too long. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, include: large, exclude: ["**/node_modules/**"] },
})
