import { answers } from "./answers.cjs"

console.log(JSON.stringify(await answers((entry) => import(entry))))
