import { articles } from "./schemas.js"

// biome-ignore lint/style/noDefaultExport: the command accepts a schema as a default export
export default articles
