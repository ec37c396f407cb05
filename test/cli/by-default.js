import { articles } from "./schemas.js"

// biome-ignore lint/style/noDefaultExport: the command takes a schema that is exported so
export default articles
