/**
 * Builds the JavaScript of the library: `tsx build/library.ts [folder]`. tsup.config.ts builds its types.
 *
 * All code that entries share is in one module, core. A program has one copy of it, and loads few files: Node spends
 * most of the time of an import on each file. A bundler drops what a program does not use, because no statement of a
 * module has side effects.
 */
import { rolldown } from "rolldown"
import manifest from "../package.json" with { type: "json" }
import { entriesIn, type Format } from "./entries.ts"

const extensions: Readonly<Record<Format, string>> = { esm: ".js", cjs: ".cjs" }
const [dir = "dist"] = process.argv.slice(2)

for (const format of ["esm", "cjs"] as const) {
  const library = await rolldown({
    input: Object.fromEntries(entriesIn(format).map((entry) => [entry, `src/${entry}.ts`])),
    platform: "neutral",
    external: Object.keys(manifest.peerDependencies),
    transform: { target: "es2022" },
    treeshake: { moduleSideEffects: false },
  })
  await library.write({
    dir,
    format,
    entryFileNames: `[name]${extensions[format]}`,
    chunkFileNames: `[name]${extensions[format]}`,
    codeSplitting: { groups: [{ name: "core", minShareCount: 2 }] },
    minifyInternalExports: false,
    // Compiling is most of the time of an import: white space and long names of variables are a part of it. The names of
    // functions, classes and methods stay, so that a stack trace can be read without the source maps.
    minify: { compress: false, mangle: { toplevel: false }, codegen: { removeWhitespace: true } },
    comments: { legal: false, annotation: true, jsdoc: false },
    // Only old loaders read the CommonJS modules: Node loads the others for require too. Maps would be a tenth of the package.
    sourcemap: format === "esm",
    sourcemapExcludeSources: true,
  })
}
