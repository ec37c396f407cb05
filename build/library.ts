/**
 * Builds the JavaScript of the library: `tsx build/library.ts [folder]`. tsup.config.ts builds its types.
 *
 * Almost all code is in one module, core, of which the entries export parts. A program has one copy of what its entries
 * share, and loads few files: Node spends most of the time of an import on each file. A bundler drops what a program
 * does not use, because no statement of core has side effects.
 */
import { basename, dirname, join } from "node:path"
import { type BuildOptions, build, type Plugin } from "esbuild"
import { entriesIn, type Format } from "./entries.ts"

/** Entries with code of their own, in a folder of the same name. A program without resources of Desk loads none. */
const separate: readonly string[] = ["desk"]

const extensions: Readonly<Record<Format, string>> = { esm: ".js", cjs: ".cjs" }
const [outdir = "dist"] = process.argv.slice(2)

for (const format of ["esm", "cjs"] as const) {
  await build(coreOf(format))
  await build(entriesOf(format))
}

function optionsOf(format: Format): BuildOptions {
  return {
    format,
    bundle: true,
    platform: "neutral",
    target: "es2022",
    sourcemap: true,
    // The package has the sources.
    sourcesContent: false,
    pure: ["Object.freeze"],
  }
}

function coreOf(format: Format): BuildOptions {
  const entries = entriesIn(format).filter((entry) => !separate.includes(entry))
  return {
    ...optionsOf(format),
    stdin: {
      contents: entries.map((entry) => `export * from "./src/${entry}.ts"`).join("\n"),
      resolveDir: ".",
    },
    outfile: join(outdir, `core${extensions[format]}`),
  }
}

function entriesOf(format: Format): BuildOptions {
  const core: Plugin = {
    name: "core",
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
        const isOwn = kind === "entry-point" || separate.includes(basename(dirname(join(resolveDir, path))))
        return isOwn ? undefined : { path: `./core${extensions[format]}`, external: true }
      }),
  }
  return {
    ...optionsOf(format),
    entryPoints: entriesIn(format).map((entry) => `./src/${entry}.ts`),
    outdir,
    outExtension: { ".js": extensions[format] },
    plugins: [core],
  }
}
