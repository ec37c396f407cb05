// biome-ignore lint/style/noDefaultExport: React.lazy loads a default export
export { VisualBuilder as default } from "./visual-builder.tsx"
