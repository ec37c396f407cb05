import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig, type Plugin } from "vite"

const pglite = fileURLToPath(new URL("./node_modules/@electric-sql/pglite/dist", import.meta.url))
const library = fileURLToPath(new URL("../../src", import.meta.url))

/**
 * The page loads only its own files. `wasm-unsafe-eval` compiles the databases. CodeMirror adds style elements with the
 * nonce of src/editor/nonce.ts, and draws underlines as data images. Chromium writes a style attribute where text in an
 * editor is replaced.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'nonce-codemirror'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join("; ")

/** Only the built page has the policy: the development server runs inline scripts. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: policy },
      injectTo: "head-prepend",
    },
  ],
}

export default defineConfig({
  base: "./",
  plugins: [react(), contentSecurityPolicy],
  resolve: {
    alias: [
      { find: /^desk-filter$/, replacement: `${library}/index.ts` },
      { find: /^desk-filter\/(.+)$/, replacement: `${library}/$1.ts` },
      // The package does not export all of its own files.
      { find: /^@electric-sql\/pglite\/dist\/(.+)$/, replacement: `${pglite}/$1` },
    ],
    // CodeMirror and React require one copy of each. The library would otherwise load those of the root.
    dedupe: [
      "@codemirror/autocomplete",
      "@codemirror/language",
      "@codemirror/lint",
      "@codemirror/state",
      "@codemirror/view",
      "@lezer/common",
      "@lezer/highlight",
      "react",
      "react-dom",
    ],
  },
  optimizeDeps: { exclude: ["@electric-sql/pglite"] },
  build: { target: "es2022", manifest: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  worker: { format: "es" },
  server: { fs: { allow: ["../.."] } },
})
