import { join } from "node:path"
import { build } from "esbuild"
import { expect, test } from "vitest"
import { answers } from "./answers.ts"
import { consumers, run, tool, withModules } from "./run.ts"

const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "worker", worker = (
  modules = [(name = "worker", esModule = embed "bundle.js")], compatibilityDate = "2026-01-01",
))]);`
const worker = `import { found } from "./static.mjs"
export default { test: () => console.log(JSON.stringify(found)) }`

test("workerd runs a bundle of the package", async () => {
  const folder = withModules(consumers({ "config.capnp": config, "worker.mjs": worker }))
  await build({
    absWorkingDir: folder,
    entryPoints: ["worker.mjs"],
    outfile: join(folder, "bundle.js"),
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
  })
  expect(JSON.parse(await run([tool("workerd/bin/workerd"), "test", "config.capnp"], folder))).toEqual(
    answers,
  )
})
